package io.glance.registry.http;

import io.glance.kit.identity.SignedContext;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.registry.ContextHeader;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.MDC;

/** Lets only glance-api into the internal contract: its signed header names the caller. */
@Provider
@Priority(Priorities.AUTHENTICATION)
class SignedContextFilter implements ContainerRequestFilter {

  private final SignedContext signedContext;
  private final RegistryCaller caller;

  SignedContextFilter(SignedContext signedContext, RegistryCaller caller) {
    this.signedContext = signedContext;
    this.caller = caller;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!InternalPath.isInternal(request)) {
      return;
    }
    String header = request.getHeaderString(ContextHeader.CONTEXT);
    if (header == null) {
      throw new GlanceException(ErrorCode.UNAUTHORIZED, "Authentication required.");
    }
    RequestContext context = signedContext.verify(header);
    MDC.put("requestId", context.requestId());
    caller.set(context);
  }
}
