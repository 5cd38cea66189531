package io.glance.registry.operator;

import io.glance.kit.http.ErrorPage;
import io.glance.kit.identity.Authenticator;
import io.glance.model.error.ErrorBody;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.registry.ContextHeader;
import io.glance.registry.http.InternalPath;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/**
 * Errors outside the internal contract in the form of Glance's, with what a 401 has to name, and
 * the request id on every answer.
 */
@Provider
class OperatorAnswers implements ContainerResponseFilter {
  static final String REQUEST_ID = "glance.request-id";

  private final Authenticator authenticator;

  OperatorAnswers(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (InternalPath.isInternal(request)) {
      return;
    }
    String requestId =
        request.getProperty(REQUEST_ID) instanceof String known ? known : "req-unknown";
    response.getHeaders().putSingle(ContextHeader.REQUEST_ID, requestId);
    response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    if (response.getEntity() instanceof ErrorBody error) {
      MediaType sent = request.getMediaType();
      ErrorPage.Rendered page =
          ErrorPage.of(new GlanceException(error.code(), error.message()), requestId)
              .render(
                  request.getHeaderString(HttpHeaders.ACCEPT),
                  request.getMethod(),
                  sent == null ? null : sent.toString());
      response.setEntity(page.body(), new Annotation[0], MediaType.valueOf(page.contentType()));
      if (error.code() == ErrorCode.UNAUTHORIZED) {
        authenticator
            .challenge()
            .ifPresent(
                challenge ->
                    response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, challenge));
      }
    }
  }
}
