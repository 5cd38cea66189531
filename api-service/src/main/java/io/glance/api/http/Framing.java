package io.glance.api.http;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Refuses requests about whose extent or addressee two readers could disagree, and too many or too
 * long headers (SEC-46, SEC-47). What the HTTP codec refuses by itself doesn't get here.
 */
final class Framing {
  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_NAME = 256;
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~:\\[\\]-]+");

  private Framing() {}

  /**
   * Checks a request.
   *
   * @return its raw path, which begins with a slash
   * @throws GlanceException BAD_REQUEST or HEADERS_TOO_LARGE
   */
  static String check(HttpServerRequest request) {
    headers(request);
    host(request);
    length(request);
    String path = request.path();
    if (path == null || !path.startsWith("/") || !request.uri().startsWith("/")) {
      throw malformed("The target of the request must be a path.");
    }
    return path;
  }

  private static void headers(HttpServerRequest request) {
    int count = 0;
    for (Map.Entry<String, String> header : request.headers()) {
      count++;
      if (count > MOST_HEADERS || header.getKey().length() > LONGEST_NAME) {
        throw new GlanceException(
            ErrorCode.HEADERS_TOO_LARGE, "The request header fields were too large");
      }
    }
  }

  private static void host(HttpServerRequest request) {
    List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
    boolean mayLack = request.version() == HttpVersion.HTTP_1_0;
    if (hosts.size() > 1 || (hosts.isEmpty() && !mayLack)) {
      throw malformed("Exactly one Host header is required.");
    }
    if (!hosts.isEmpty() && !HOST.matcher(hosts.get(0)).matches()) {
      throw malformed("The Host header is malformed.");
    }
  }

  private static void length(HttpServerRequest request) {
    List<String> encodings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    List<String> lengths = request.headers().getAll(HttpHeaderNames.CONTENT_LENGTH);
    if (encodings.size() > 1
        || (encodings.size() == 1 && !encodings.get(0).strip().equalsIgnoreCase("chunked"))) {
      throw malformed("The Transfer-Encoding is not supported.");
    }
    if (lengths.size() > 1 || (!encodings.isEmpty() && !lengths.isEmpty())) {
      throw malformed("The length of the body is ambiguous.");
    }
    if (!lengths.isEmpty() && !LENGTH.matcher(lengths.get(0)).matches()) {
      throw malformed("The Content-Length is malformed.");
    }
  }

  private static GlanceException malformed(String message) {
    return GlanceException.badRequest(message);
  }
}
