package io.glance.api.http;

import io.glance.kit.config.GlanceSettings;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
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

  @Inject
  BaseUrl(GlanceSettings settings) {
    this(
        settings.text("DEFAULT", "public_endpoint").filter(url -> !url.isBlank()),
        settings.flag("oslo_middleware", "enable_proxy_headers_parsing"));
  }

  BaseUrl(Optional<String> configured, boolean behindProxy) {
    this.configured = configured;
    this.behindProxy = behindProxy;
  }

  /** The URL without a slash at its end. */
  String of(HttpServerRequest request) {
    String url = configured.orElseGet(() -> ofRequest(request));
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** The URL by the request alone: redirects don't follow public_endpoint. */
  String ofRequest(HttpServerRequest request) {
    SocketAddress local = request.localAddress();
    return ofRequest(
        request.isSSL() ? "https" : "http", local.host() + ":" + local.port(), request::getHeader);
  }

  /** The same of a request's parts; the address is for clients that send no Host. */
  String ofRequest(String protocol, String address, Headers headers) {
    String scheme = protocol;
    String host = firstOf(headers.get("Host"), address);
    String prefix = "";
    if (behindProxy) {
      String forwarded = headers.get("Forwarded");
      if (forwarded == null) {
        scheme = firstOf(headers.get("X-Forwarded-Proto"), scheme);
        host = firstOf(headers.get("X-Forwarded-Host"), host);
      } else {
        scheme = firstOf(parameter(forwarded, "proto"), scheme);
        host = firstOf(parameter(forwarded, "host"), host);
      }
      prefix = firstOf(headers.get("X-Forwarded-Prefix"), "");
    }
    return scheme + "://" + withoutDefaultPort(scheme, host) + prefix;
  }

  /** A look at the headers of a request: null for one that wasn't sent. */
  interface Headers {
    @Nullable String get(String name);
  }

  private static String withoutDefaultPort(String scheme, String host) {
    String port = scheme.equals("https") ? ":443" : ":80";
    return host.endsWith(port) ? host.substring(0, host.length() - port.length()) : host;
  }

  private static String firstOf(@Nullable String value, String otherwise) {
    return value == null || value.isEmpty() ? otherwise : value;
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
