package io.glance.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.glance.kit.http.ErrorPage;
import io.glance.model.error.GlanceException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
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
    Exchange exchange = exchange();
    if (error.code().isServerFault()) {
      LOG.error("A request failed.", error);
    } else {
      LOG.debug("A request was refused.", error);
    }
    return page(exchange, ErrorPage.of(error, exchange.requestId()), Response.noContent());
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
    LOG.debug("A request was refused.", error);
    return page(exchange(), ErrorPage.of(response.getStatus()), Response.fromResponse(response));
  }

  @ServerExceptionMapper
  Response malformed(JsonProcessingException error) {
    LOG.debug("A request was refused.", error);
    return page(
        exchange(),
        new ErrorPage(400, "Malformed JSON in request body.", ""),
        Response.noContent());
  }

  @ServerExceptionMapper
  Response failed(Throwable fault) {
    Exchange exchange = exchange();
    LOG.error("A request failed.", fault);
    return page(exchange, ErrorPage.ofFault(exchange.requestId()), Response.noContent());
  }

  private Exchange exchange() {
    Exchange exchange = Exchange.of(requests.getCurrent());
    if (exchange == null) {
      throw new IllegalStateException("a resource was reached around the edge");
    }
    return exchange;
  }

  private static Response page(
      Exchange exchange, ErrorPage page, Response.ResponseBuilder response) {
    ErrorPage.Rendered rendered = exchange.render(page);
    return response
        .status(page.status())
        .header(HttpHeaders.CONTENT_TYPE, null)
        .type(rendered.contentType())
        .entity(rendered.body())
        .build();
  }
}
