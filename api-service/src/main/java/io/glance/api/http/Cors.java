package io.glance.api.http;

import io.glance.kit.config.GlanceSettings;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cross-origin answers by {@code [cors]}, as oslo.middleware gives them (AUTH-09). */
@Singleton
class Cors {
  private static final List<String> ALWAYS_ALLOWED =
      List.of(
          "ACCEPT",
          "ACCEPT-LANGUAGE",
          "CONTENT-TYPE",
          "CACHE-CONTROL",
          "CONTENT-LANGUAGE",
          "EXPIRES",
          "LAST-MODIFIED",
          "PRAGMA");

  private final Set<String> origins;
  private final boolean credentials;
  private final String exposed;
  private final long maxAge;
  private final Set<String> methods;
  private final Set<String> headers = new HashSet<>(ALWAYS_ALLOWED);

  Cors(GlanceSettings settings) {
    origins = Set.copyOf(settings.list("cors", "allowed_origin"));
    credentials = settings.flag("cors", "allow_credentials");
    exposed = String.join(",", settings.list("cors", "expose_headers"));
    maxAge = settings.integer("cors", "max_age");
    methods = Set.copyOf(settings.list("cors", "allow_methods"));
    settings
        .list("cors", "allow_headers")
        .forEach(header -> headers.add(header.toUpperCase(Locale.ROOT)));
  }

  /** Adds what a page of another origin needs to read an answer. */
  void decorate(HttpServerRequest request, MultiMap answer) {
    String origin = allowed(request.getHeader("Origin"));
    if (origin == null) {
      return;
    }
    grant(origin, answer);
    if (!exposed.isEmpty()) {
      answer.set("Access-Control-Expose-Headers", exposed);
    }
  }

  /** Adds the permissions to the answer of OPTIONS; nothing where anything asked is refused. */
  void preflight(HttpServerRequest request, MultiMap answer) {
    String origin = allowed(request.getHeader("Origin"));
    String method = request.getHeader("Access-Control-Request-Method");
    if (origin == null || method == null || !methods.contains(method)) {
      return;
    }
    String asked = request.getHeader("Access-Control-Request-Headers");
    List<String> wanted =
        asked == null
            ? List.of()
            : Arrays.stream(asked.split(",", -1))
                .map(String::strip)
                .filter(header -> !header.isEmpty())
                .toList();
    for (String header : wanted) {
      if (!headers.contains(header.toUpperCase(Locale.ROOT))) {
        return;
      }
    }
    grant(origin, answer);
    if (maxAge > 0) {
      answer.set("Access-Control-Max-Age", Long.toString(maxAge));
    }
    answer.set("Access-Control-Allow-Methods", method);
    if (!wanted.isEmpty()) {
      answer.set("Access-Control-Allow-Headers", String.join(",", wanted));
    }
  }

  private void grant(String origin, MultiMap answer) {
    answer.set("Vary", "Origin");
    answer.set("Access-Control-Allow-Origin", origin);
    if (credentials) {
      answer.set("Access-Control-Allow-Credentials", "true");
    }
  }

  private @Nullable String allowed(@Nullable String origin) {
    if (origin == null) {
      return null;
    }
    if (origins.contains(origin)) {
      return origin;
    }
    return origins.contains("*") ? "*" : null;
  }
}
