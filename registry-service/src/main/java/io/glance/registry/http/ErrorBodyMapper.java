package io.glance.registry.http;

import io.glance.kit.http.LogText;
import io.glance.model.error.ErrorBody;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Errors of the rules as JSON with the code's status; a fault of ours is logged, once. */
@Provider
class ErrorBodyMapper implements ExceptionMapper<GlanceException> {
  private static final Logger LOG = Logger.getLogger(ErrorBodyMapper.class);
  private static final int RETRY_AFTER_SECONDS = 5;

  @Override
  public Response toResponse(GlanceException failure) {
    ErrorCode code = failure.code();
    if (code.isServerFault()) {
      LOG.errorf(failure, "failed to answer: %s", failure.text());
    } else {
      LOG.debugf("refused: %s", LogText.oneLine(failure.text()));
    }
    return answer(code, failure.text());
  }

  static Response answer(ErrorCode code, String text) {
    Response.ResponseBuilder response =
        Response.status(code.httpStatus())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(new ErrorBody(code, text));
    if (code == ErrorCode.UNAVAILABLE) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return response.build();
  }
}
