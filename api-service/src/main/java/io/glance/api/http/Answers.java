package io.glance.api.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What every answer of the Images API has in common: its headers (ERR-07, ERR-08, ERR-09, ERR-12,
 * SEC-54), its log line, and the end of a connection whose request was not read to its end.
 */
@Singleton
class Answers {
  /** A body up to here is read and thrown away so that the connection can go on. */
  private static final long CHEAP_TO_READ = 64 << 10;

  /** How long a client may go on sending what nobody reads, so that it sees the answer. */
  private static final long LINGER_MILLIS = 1000;

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Cors cors;
  private final BaseUrl urls;
  private final RequestLog log;

  Answers(Cors cors, BaseUrl urls, RequestLog log) {
    this.cors = cors;
    this.urls = urls;
    this.log = log;
  }

  /** Completes the headers of the answer before they are sent. Routing anew forgets that. */
  void decorate(Exchange exchange) {
    exchange.routing().addHeadersEndHandler(nothing -> complete(exchange));
  }

  /** Notes the end of the exchange, once. */
  void follow(Exchange exchange) {
    exchange
        .routing()
        .addEndHandler(
            result -> {
              log.ended(exchange, result.succeeded());
              leave(exchange);
            });
  }

  private void complete(Exchange exchange) {
    HttpServerResponse response = exchange.routing().response();
    MultiMap headers = response.headers();
    if (exchange.identified()) {
      headers.set(RequestId.HEADER, exchange.requestId());
    }
    String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
    if (type == null && response.getStatusCode() == 204 && exchange.identified()) {
      headers.set(HttpHeaderNames.CONTENT_TYPE, "text/html; charset=UTF-8");
    } else if (type != null && type.startsWith("application/json;")) {
      headers.set(HttpHeaderNames.CONTENT_TYPE, "application/json");
    }
    String location = headers.get(HttpHeaderNames.LOCATION);
    int path = location == null ? -1 : location.indexOf("/v2/");
    if (location != null && path >= 0 && response.getStatusCode() < 300) {
      headers.set(HttpHeaderNames.LOCATION, urls.of(exchange.request()) + location.substring(path));
    }
    headers.set(HttpHeaderNames.DATE, HTTP_DATE.format(Instant.now()));
    headers.set("X-Content-Type-Options", "nosniff");
    if (!isData(exchange) || response.getStatusCode() >= 400) {
      headers.set(HttpHeaderNames.CACHE_CONTROL, "private, no-store");
    }
    if (!exchange.method().equals("OPTIONS")) {
      cors.decorate(exchange.request(), headers);
    }
    if (mustClose(exchange)) {
      headers.set(HttpHeaderNames.CONNECTION, "close");
    }
  }

  private static boolean isData(Exchange exchange) {
    return exchange.template().endsWith("/file");
  }

  private static boolean isUnread(Exchange exchange) {
    return exchange.declaredLength() != 0 && !exchange.request().isEnded();
  }

  private static boolean mustClose(Exchange exchange) {
    long length = exchange.declaredLength();
    return isUnread(exchange) && (length < 0 || length > CHEAP_TO_READ);
  }

  /** Reads on for a moment: a connection cut while the client sends would hide the answer. */
  private static void leave(Exchange exchange) {
    if (!isUnread(exchange)) {
      return;
    }
    HttpServerRequest request = exchange.request();
    HttpConnection connection = request.connection();
    boolean close = mustClose(exchange);
    long timer =
        exchange
            .routing()
            .vertx()
            .setTimer(
                LINGER_MILLIS,
                fired -> {
                  // The body may have ended meanwhile, and the next request be on its way.
                  if (close || !request.isEnded()) {
                    connection.close();
                  }
                });
    request.handler(buffer -> {});
    request.endHandler(
        nothing -> {
          exchange.routing().vertx().cancelTimer(timer);
          if (close) {
            connection.close();
          }
        });
    request.resume();
  }
}
