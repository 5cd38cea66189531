package io.glance.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.glance.kit.http.ErrorPage;
import io.glance.kit.http.LogText;
import io.glance.model.error.GlanceException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever the resources throw into Glance's error pages (ERR-01 to ERR-04). */
class ErrorMapper {
  private static final Logger LOG = Logger.getLogger(ErrorMapper.class);

  private final CurrentVertxRequest requests;

  ErrorMapper(CurrentVertxRequest requests) {
    this.requests = requests;
  }

  @ServerExceptionMapper
  Response refused(GlanceException error) {
    if (error.code().isServerFault()) {
      LOG.error("A request failed.", error);
    } else {
      noteRefusal(error.text());
    }
    return page(id -> ErrorPage.of(error, id), Response.noContent());
  }

  /** Errors of the framework, and of resources that add headers to a status. */
  @ServerExceptionMapper
  Response refused(WebApplicationException error) {
    Response response = error.getResponse();
    if (response.hasEntity() || response.getStatus() < 400) {
      return response;
    }
    if (response.getStatus() >= 500) {
      return failed(error);
    }
    noteRefusal("status " + response.getStatus());
    return page(id -> ErrorPage.of(response.getStatus()), Response.fromResponse(response));
  }

  @ServerExceptionMapper
  Response malformed(JsonProcessingException error) {
    noteRefusal(error.getOriginalMessage());
    return page(
        id -> new ErrorPage(400, "Malformed JSON in request body.", ""), Response.noContent());
  }

  @ServerExceptionMapper
  Response failed(Throwable fault) {
    LOG.error("A request failed.", fault);
    return page(ErrorPage::ofFault, Response.noContent());
  }

  /** Without the throwable: its text is the client's, and its lines would look like ours. */
  private static void noteRefusal(String text) {
    if (LOG.isDebugEnabled()) {
      LOG.debug("A request was refused: " + LogText.oneLine(text));
    }
  }

  /** A request that came around the edge gets a page as well, under a request id of its own. */
  private Response page(Function<String, ErrorPage> content, Response.ResponseBuilder response) {
    Exchange exchange = Exchange.of(requests.getCurrent());
    ErrorPage page = content.apply(exchange == null ? RequestId.fresh() : exchange.requestId());
    ErrorPage.Rendered rendered =
        exchange == null ? page.render(null, "", null) : exchange.render(page);
    return response
        .status(page.status())
        .header(HttpHeaders.CONTENT_TYPE, null)
        .type(rendered.contentType())
        .entity(rendered.body())
        .build();
  }
}
