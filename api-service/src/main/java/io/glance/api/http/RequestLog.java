package io.glance.api.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * One log line and one measurement of each request. Paths stand there as templates: neither a
 * client's text nor an image's id gets into a log line or the name of a metric (SEC-50).
 */
@Singleton
class RequestLog {
  private static final Logger LOG = Logger.getLogger("io.glance.access");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final MeterRegistry metrics;

  RequestLog(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** Notes the end of a request. */
  void ended(Exchange exchange, boolean complete) {
    HttpServerResponse response = exchange.routing().response();
    long nanos = System.nanoTime() - exchange.startedAt();
    String method = METHODS.contains(exchange.method()) ? exchange.method() : "OTHER";
    String path = exchange.template().isEmpty() ? "unknown" : exchange.template();
    int status = response.getStatusCode();
    metrics
        .timer(
            "http.server.requests",
            "method",
            method,
            "uri",
            path,
            "status",
            Integer.toString(status))
        .record(nanos, TimeUnit.NANOSECONDS);
    if (LOG.isInfoEnabled()) {
      MDC.put("request_id", exchange.requestId());
      LOG.infof(
          "method=%s path=%s status=%d ms=%s in=%d out=%d project=%s%s",
          method,
          path,
          status,
          String.format(Locale.ROOT, "%.1f", nanos / 1e6),
          exchange.request().bytesRead(),
          response.bytesWritten(),
          exchange.project() == null ? "-" : exchange.project(),
          complete ? "" : " aborted");
    }
  }
}
