package io.glance.api.testing;

import io.glance.api.auth.CallerContext;
import io.glance.kit.identity.Authenticator;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Sets the caller until the api has its own filter. */
@Provider
public class TestCallerFilter implements ContainerRequestFilter {
  private final Authenticator authenticator;
  private final CallerContext callers;

  TestCallerFilter(Authenticator authenticator, CallerContext callers) {
    this.authenticator = authenticator;
    this.callers = callers;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    callers.set(authenticator.authenticate(request::getHeaderString, "req-test"));
  }
}
