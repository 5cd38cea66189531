package io.glance.api.auth;

import io.glance.model.RequestContext;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Hands the caller, whom the edge has authenticated before routing, to the resources. A request
 * that got here around the edge has no caller and is refused.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class CallerFilter implements ContainerRequestFilter {
  private static final String KEY = CallerFilter.class.getName();

  private final CallerContext callers;
  private final CurrentVertxRequest requests;

  CallerFilter(CallerContext callers, CurrentVertxRequest requests) {
    this.callers = callers;
    this.requests = requests;
  }

  /** Keeps the caller with the request until the resources are reached. */
  public static void authenticated(RoutingContext routing, RequestContext caller) {
    routing.put(KEY, caller);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    RoutingContext routing = requests.getCurrent();
    if (routing != null && routing.get(KEY) instanceof RequestContext caller) {
      callers.set(caller);
      return;
    }
    request.abortWith(Response.status(Response.Status.UNAUTHORIZED).build());
  }
}
