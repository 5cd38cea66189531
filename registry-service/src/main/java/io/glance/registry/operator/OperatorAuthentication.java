package io.glance.registry.operator;

import io.glance.kit.identity.Authenticator;
import io.glance.model.registry.ContextHeader;
import io.glance.registry.http.RegistryCaller;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Finds out who the operator is, by the flavor of glance-registry.conf (REG-15). */
@Provider
@OperatorApi
@Priority(Priorities.AUTHENTICATION)
class OperatorAuthentication implements ContainerRequestFilter {
  private static final Pattern REQUEST_ID = Pattern.compile("(req-)?[\\w-]{1,60}");

  private final Authenticator authenticator;
  private final RegistryCaller caller;

  OperatorAuthentication(Authenticator authenticator, RegistryCaller caller) {
    this.authenticator = authenticator;
    this.caller = caller;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String requestId = requestId(request.getHeaderString(ContextHeader.REQUEST_ID));
    request.setProperty(OperatorAnswers.REQUEST_ID, requestId);
    MDC.put("requestId", requestId);
    caller.set(authenticator.authenticate(request::getHeaderString, requestId));
  }

  private static String requestId(@Nullable String given) {
    if (given == null || !REQUEST_ID.matcher(given).matches()) {
      return "req-" + UUID.randomUUID();
    }
    return given.startsWith("req-") ? given : "req-" + given;
  }
}
