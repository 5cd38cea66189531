package io.glance.registry.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Takes the segments of a path literally, so that a tag or a member never names another resource: a
 * semicolon starts no matrix parameter, and steps within the tree are refused.
 */
@Singleton
class LiteralPaths {
  private static final int BEFORE_ALL_OTHERS = 10_000;
  private static final Pattern STEP =
      Pattern.compile("(^|/|%2f)(\\.|%2e){1,2}(/|%2f|$)", Pattern.CASE_INSENSITIVE);

  void register(@Observes Filters filters) {
    filters.register(LiteralPaths::handle, BEFORE_ALL_OTHERS);
  }

  private static void handle(RoutingContext routing) {
    String path = routing.request().path();
    String query = routing.request().query();
    if (path != null && STEP.matcher(path).find()) {
      routing.response().setStatusCode(404).end();
    } else if (path != null && path.indexOf(';') >= 0) {
      String literal = path.replace(";", "%3B");
      routing.reroute(query == null ? literal : literal + "?" + query);
    } else {
      routing.next();
    }
  }
}
