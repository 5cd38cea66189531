package io.glance.api.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.model.error.ErrorBody;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * The registry's {@link ErrorBody} as the exception it was there.
 *
 * <p>A 401 is not passed on: there the registry doubts us, not the user.
 */
final class RegistryErrors implements ResponseExceptionMapper<GlanceException> {
  private static final String UNAVAILABLE = "The image registry is not available.";
  private static final String FAILED = "The image registry failed to answer.";

  private final ObjectMapper json;

  RegistryErrors(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status >= 400;
  }

  @Override
  public GlanceException toThrowable(Response response) {
    ErrorBody body = body(response);
    int status = response.getStatus();
    if (body == null || body.code() == ErrorCode.UNAUTHORIZED) {
      return status == 502 || status == 503 || status == 504
          ? new GlanceException(ErrorCode.UNAVAILABLE, UNAVAILABLE)
          : new GlanceException(
              ErrorCode.INTERNAL,
              FAILED,
              new IllegalStateException("the registry answered status " + status));
    }
    return new GlanceException(body.code(), body.message());
  }

  private @Nullable ErrorBody body(Response response) {
    try {
      if (!response.hasEntity()) {
        return null;
      }
      ErrorBody body = json.readValue(response.readEntity(String.class), ErrorBody.class);
      return body == null || body.code() == null || body.message() == null ? null : body;
    } catch (JsonProcessingException | ProcessingException | IllegalStateException e) {
      return null;
    }
  }

  /** A call that got no answer. */
  static GlanceException unreachable(Throwable cause) {
    return GlanceException.unavailable(UNAVAILABLE, cause);
  }
}
