package io.glance.registry.operator;

import io.glance.model.error.ErrorBody;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers to the routes of the v1 API that change things (REG-06 to REG-08, REG-10 to REG-12). */
final class ReadOnly {
  private ReadOnly() {}

  static GlanceException refusal() {
    return GlanceException.forbidden(
        "This registry answers queries only. Change images through the Images API.");
  }

  /** For methods that the route never had. */
  static Response notAllowed(String allowed) {
    return Response.status(ErrorCode.METHOD_NOT_ALLOWED.httpStatus())
        .header(HttpHeaders.ALLOW, allowed)
        .entity(new ErrorBody(ErrorCode.METHOD_NOT_ALLOWED, "The method is not allowed."))
        .build();
  }
}
