package io.glance.api.http;

import io.glance.kit.config.GlanceSettings;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Under which URL clients reach the service: {@code public_endpoint}, else what the request says,
 * with a proxy's headers believed where that is on (VER-03, AUTH-10).
 */
@Singleton
class BaseUrl {
  private final Optional<String> configured;
  private final boolean behindProxy;

  BaseUrl(GlanceSettings settings) {
    this.configured = settings.text("DEFAULT", "public_endpoint").filter(url -> !url.isBlank());
    this.behindProxy = settings.flag("oslo_middleware", "enable_proxy_headers_parsing");
  }

  /** The URL without a slash at its end. */
  String of(HttpServerRequest request) {
    String url = configured.orElseGet(() -> ofRequest(request));
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** The URL by the request alone: redirects and Location don't follow public_endpoint. */
  String ofRequest(HttpServerRequest request) {
    String scheme = request.isSSL() ? "https" : "http";
    String host = request.getHeader("Host");
    String prefix = "";
    if (behindProxy) {
      String forwarded = request.getHeader("Forwarded");
      scheme =
          firstOf(
              forwarded == null
                  ? request.getHeader("X-Forwarded-Proto")
                  : parameter(forwarded, "proto"),
              scheme);
      host =
          firstOf(
              forwarded == null
                  ? request.getHeader("X-Forwarded-Host")
                  : parameter(forwarded, "host"),
              host);
      prefix = firstOf(request.getHeader("X-Forwarded-Prefix"), "");
    }
    if (host == null || host.isEmpty()) {
      host = request.localAddress().host() + ":" + request.localAddress().port();
    }
    return scheme + "://" + withoutDefaultPort(scheme, host) + prefix;
  }

  private static String withoutDefaultPort(String scheme, String host) {
    String port = scheme.equals("https") ? ":443" : ":80";
    return host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host;
  }

  private static String firstOf(@Nullable String value, @Nullable String otherwise) {
    String chosen = value == null || value.isEmpty() ? otherwise : value;
    return chosen == null ? "" : chosen;
  }

  /** A parameter of the first proxy in a header by RFC 7239. */
  private static @Nullable String parameter(String forwarded, String name) {
    for (String pair : forwarded.split(",", -1)[0].split(";", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase(name)) {
        return pair.substring(equals + 1).strip().replace("\"", "");
      }
    }
    return null;
  }
}
