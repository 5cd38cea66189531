package io.glance.api.http;

import io.glance.kit.http.ErrorPage;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** One request on its way through the edge. */
final class Exchange {
  private static final String KEY = Exchange.class.getName();

  private final RoutingContext routing;
  private final long startedAt = System.nanoTime();
  private final @Nullable String accept;
  private @Nullable String requestId;
  private String template = "";
  private @Nullable String project;
  private boolean identified;

  private Exchange(RoutingContext routing) {
    this.routing = routing;
    this.accept = routing.request().getHeader(HttpHeaderNames.ACCEPT);
  }

  /** Starts following a request. */
  static Exchange begin(RoutingContext routing) {
    Exchange exchange = new Exchange(routing);
    routing.put(KEY, exchange);
    return exchange;
  }

  /** The exchange of a request; null for one that the edge doesn't look at. */
  static @Nullable Exchange of(@Nullable RoutingContext routing) {
    return routing == null ? null : routing.get(KEY);
  }

  RoutingContext routing() {
    return routing;
  }

  HttpServerRequest request() {
    return routing.request();
  }

  String method() {
    return request().method().name();
  }

  /** The header as the client sent it; resources see one that accepts everything. */
  @Nullable String accept() {
    return accept;
  }

  long startedAt() {
    return startedAt;
  }

  /** The name given, else one of its own. */
  String requestId() {
    String id = requestId;
    if (id == null) {
      id = RequestId.fresh();
      requestId = id;
    }
    return id;
  }

  /** Gives the request the id that it keeps in both services. */
  void name(String id) {
    requestId = id;
  }

  /** The path with names for its variable parts, "" where it is none of ours. */
  String template() {
    return template;
  }

  void template(String text) {
    template = text;
  }

  @Nullable String project() {
    return project;
  }

  /** The caller is known: from here on the answer carries the request id (ERR-08). */
  void identify(@Nullable String projectId) {
    project = projectId;
    identified = true;
  }

  boolean identified() {
    return identified;
  }

  /** Bytes of the body by the headers: -1 for chunked, 0 for none. */
  long declaredLength() {
    if (request().headers().contains(HttpHeaderNames.TRANSFER_ENCODING)) {
      return -1;
    }
    String length = request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }

  ErrorPage.Rendered render(ErrorPage page) {
    return page.render(accept, method(), request().getHeader(HttpHeaderNames.CONTENT_TYPE));
  }

  void fail(ErrorPage page) {
    ErrorPage.Rendered rendered = render(page);
    // WebOb renders no page for HEAD, so the type stays its default.
    boolean head = method().equals("HEAD");
    reply(
        page.status(),
        head ? "text/html; charset=UTF-8" : rendered.contentType(),
        head ? new byte[0] : rendered.body());
  }

  void reply(int status, @Nullable String contentType, byte[] body) {
    HttpServerResponse response = routing.response().setStatusCode(status);
    if (contentType != null) {
      response.putHeader(HttpHeaderNames.CONTENT_TYPE, contentType);
    }
    if (status != 204) {
      response.putHeader(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
    }
    if (body.length == 0 || method().equals("HEAD")) {
      response.end();
    } else {
      response.end(Buffer.buffer(body));
    }
  }
}
