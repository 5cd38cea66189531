package io.glance.api.testing;

import io.glance.kit.http.ErrorPage;
import io.glance.model.error.GlanceException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Renders errors until the api has its own mapper. */
@Provider
public class TestErrorMapper implements ExceptionMapper<GlanceException> {
  @Override
  public Response toResponse(GlanceException e) {
    ErrorPage.Rendered page = ErrorPage.of(e, "req-test").render("application/json", "GET", null);
    return Response.status(e.code().httpStatus())
        .type(page.contentType())
        .entity(page.body())
        .build();
  }
}
