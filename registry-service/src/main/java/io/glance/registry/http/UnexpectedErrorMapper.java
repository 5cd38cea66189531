package io.glance.registry.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.glance.model.error.ErrorCode;
import io.vertx.ext.web.handler.HttpException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;

/** Everything that no rule foresaw: details go to the log, never to the caller. */
@Provider
class UnexpectedErrorMapper implements ExceptionMapper<Exception> {
  private static final Logger LOG = Logger.getLogger(UnexpectedErrorMapper.class);

  @Override
  public Response toResponse(Exception failure) {
    if (failure instanceof WebApplicationException known
        && known.getResponse().getStatus() < ErrorCode.INTERNAL.httpStatus()) {
      int status = known.getResponse().getStatus();
      for (ErrorCode code : ErrorCode.values()) {
        if (code.httpStatus() == status) {
          return ErrorBodyMapper.answer(code, "The request can't be served: " + code.name());
        }
      }
      return known.getResponse();
    }
    if (failure instanceof HttpException refused
        && refused.getStatusCode() < ErrorCode.INTERNAL.httpStatus()) {
      return ErrorBodyMapper.answer(ErrorCode.BAD_REQUEST, "The URL can't be decoded.");
    }
    if (failure instanceof JsonProcessingException) {
      return ErrorBodyMapper.answer(ErrorCode.BAD_REQUEST, "The body is not the expected JSON.");
    }
    LOG.error("failed to answer", failure);
    return ErrorBodyMapper.answer(ErrorCode.INTERNAL, "The registry failed.");
  }
}
