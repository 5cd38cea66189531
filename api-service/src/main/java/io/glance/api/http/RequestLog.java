package io.glance.api.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  /** What requests are measured by: as many as there are methods, paths and status codes. */
  private record Kind(String method, String path, int status) {}

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
    timers
        .computeIfAbsent(new Kind(method, path, status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
    if (LOG.isInfoEnabled()) {
      MDC.put("request_id", exchange.requestId());
      long tenths = TimeUnit.NANOSECONDS.toMicros(nanos + 50_000) / 100;
      // Joined by hand: a format string costs as much as the rest of a small request's edge.
      LOG.info(
          "method="
              + method
              + " path="
              + path
              + " status="
              + status
              + " ms="
              + tenths / 10
              + '.'
              + tenths % 10
              + " in="
              + exchange.request().bytesRead()
              + " out="
              + response.bytesWritten()
              + " project="
              + (exchange.project() == null ? "-" : exchange.project())
              + (complete ? "" : " aborted"));
    }
  }

  private Timer timer(Kind kind) {
    return metrics.timer(
        "http.server.requests",
        "method",
        kind.method(),
        "uri",
        kind.path(),
        "status",
        Integer.toString(kind.status()));
  }
}
