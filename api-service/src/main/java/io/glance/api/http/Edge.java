package io.glance.api.http;

import io.glance.api.auth.CallerFilter;
import io.glance.kit.config.GlanceSettings;
import io.glance.kit.http.ErrorPage;
import io.glance.kit.identity.Authenticator;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * What happens to a request before the resources see it, in the order of Glance's pipeline:
 * cross-origin, health check, version negotiation, authentication, routing (AUTH-12).
 *
 * <p>Runs on the event loop; only authentication goes to a worker where it may ask Keystone.
 */
@Singleton
class Edge {
  private static final Logger LOG = Logger.getLogger(Edge.class);
  private static final int BEFORE_ALL_OTHERS = 10_000;
  private static final String JSON = "application/json";

  private final RouteTable routes = new RouteTable();
  private final VersionNegotiation negotiation;
  private final BaseUrl urls;
  private final Cors cors;
  private final Healthcheck health;
  private final Authenticator authenticator;
  private final Answers answers;
  private final long longestRequestId;

  Edge(
      VersionNegotiation negotiation,
      BaseUrl urls,
      Cors cors,
      Healthcheck health,
      Authenticator authenticator,
      Answers answers,
      GlanceSettings settings) {
    this.negotiation = negotiation;
    this.urls = urls;
    this.cors = cors;
    this.health = health;
    this.authenticator = authenticator;
    this.answers = answers;
    this.longestRequestId = settings.integer("DEFAULT", "max_request_id_length");
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, BEFORE_ALL_OTHERS);
  }

  private void handle(RoutingContext routing) {
    Exchange rerouted = Exchange.of(routing);
    String path = routing.request().path();
    if (rerouted != null || (path != null && RequestPath.isOperations(path))) {
      if (rerouted != null) {
        answers.decorate(rerouted);
      }
      routing.next();
      return;
    }
    Exchange exchange = Exchange.begin(routing);
    answers.decorate(exchange);
    answers.follow(exchange);
    guarded(exchange, () -> enter(exchange));
  }

  private void enter(Exchange exchange) {
    HttpServerRequest request = exchange.request();
    String raw = Framing.check(request);
    boolean options = exchange.method().equals("OPTIONS");
    if (options) {
      cors.preflight(request, exchange.routing().response().headers());
    }
    String path = RequestPath.decode(raw);
    if (path.equals(Healthcheck.PATH)) {
      exchange.template(Healthcheck.PATH);
      health.answer(exchange);
      return;
    }
    VersionNegotiation.Outcome outcome = negotiation.negotiate(path, exchange.accept());
    if (options && !VersionNegotiation.LISTED.equals(outcome)) {
      exchange.template("*");
      exchange.reply(200, null, new byte[0]);
    } else if (outcome instanceof VersionNegotiation.Served served) {
      authenticate(exchange, () -> route(exchange, served, raw));
    } else if (outcome instanceof VersionNegotiation.Document document) {
      exchange.template("/versions");
      exchange.reply(document.status(), JSON, negotiation.document(urls.of(request)));
    }
  }

  private void authenticate(Exchange exchange, Runnable next) {
    HttpServerRequest request = exchange.request();
    exchange.name(RequestId.of(request.getHeader(RequestId.HEADER), longestRequestId));
    MDC.put("request_id", exchange.requestId());
    if (!authenticator.mayWait()) {
      admit(exchange, authenticator.authenticate(request::getHeader, exchange.requestId()));
      next.run();
      return;
    }
    exchange
        .routing()
        .vertx()
        .executeBlocking(
            () -> authenticator.authenticate(request::getHeader, exchange.requestId()), false)
        .onSuccess(
            caller -> {
              admit(exchange, caller);
              guarded(exchange, next);
            })
        .onFailure(failure -> fail(exchange, failure));
  }

  private static void admit(Exchange exchange, RequestContext caller) {
    exchange.identify(caller.projectId());
    if (caller.projectId() != null) {
      MDC.put("project_id", caller.projectId());
    }
    if (caller.userId() != null) {
      MDC.put("user_id", caller.userId());
    }
    CallerFilter.authenticated(exchange.routing(), caller);
  }

  private void route(Exchange exchange, VersionNegotiation.Served served, String raw) {
    if (served.segments().size() == 1) {
      exchange.template("/v2");
      exchange
          .routing()
          .response()
          .putHeader(HttpHeaderNames.LOCATION, urls.ofRequest(exchange.request()) + "/v2/");
      exchange.reply(302, "text/plain; charset=utf8", new byte[0]);
      return;
    }
    String method = exchange.method();
    Route route =
        RequestPath.hasSteps(served.segments())
            ? null
            : routes.find(served.segments()).orElse(null);
    if (route != null) {
      exchange.template(route.template());
    }
    if (route == null || (!route.methods().contains(method) && route.allow().isEmpty())) {
      exchange.fail(ErrorPage.of(isKnown(method) ? 404 : 501));
      return;
    }
    if (!route.methods().contains(method)) {
      exchange.routing().response().putHeader(HttpHeaderNames.ALLOW, route.allow());
      exchange.fail(ErrorPage.of(405));
      return;
    }
    checkBody(exchange, route);
    pass(exchange, served, raw);
  }

  private static boolean isKnown(String method) {
    return List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH").contains(method);
  }

  private static void checkBody(Exchange exchange, Route route) {
    long length = exchange.declaredLength();
    if (length != 0 && route.refusesBody(exchange.method())) {
      throw GlanceException.badRequest("A body is not expected with this request.");
    }
    if (length > route.bodyLimit()) {
      throw GlanceException.tooLarge(
          "The body of the request is larger than " + route.bodyLimit() + " bytes.");
    }
    boolean undeclared =
        length == 0 && !exchange.request().headers().contains(HttpHeaderNames.CONTENT_LENGTH);
    if (undeclared && route.data() && exchange.method().equals("PUT")) {
      throw new GlanceException(
          ErrorCode.LENGTH_REQUIRED, "Content-Length or chunked transfer encoding is required.");
    }
    String query = exchange.request().query();
    if (query != null && !RequestPath.isDecodable(query)) {
      throw RequestPath.undecodable();
    }
  }

  /** On to the resources, which answer in one form whatever the client accepts. */
  private static void pass(Exchange exchange, VersionNegotiation.Served served, String raw) {
    HttpServerRequest request = exchange.request();
    request.headers().set(HttpHeaderNames.ACCEPT, "*/*");
    String path = RequestPath.encode(served.segments());
    if (raw.equals(path)) {
      exchange.routing().next();
    } else {
      String query = request.query();
      exchange.routing().reroute(query == null ? path : path + "?" + query);
    }
  }

  private void guarded(Exchange exchange, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      fail(exchange, e);
    }
  }

  private void fail(Exchange exchange, Throwable failure) {
    if (failure instanceof GlanceException error && !error.code().isServerFault()) {
      if (error.code() == ErrorCode.UNAUTHORIZED) {
        authenticator
            .challenge()
            .ifPresent(
                value ->
                    exchange
                        .routing()
                        .response()
                        .putHeader(HttpHeaderNames.WWW_AUTHENTICATE, value));
      }
      exchange.fail(
          error.code() == ErrorCode.UNAUTHORIZED
              ? ErrorPage.of(401)
              : ErrorPage.of(error, exchange.requestId()));
      return;
    }
    LOG.error("A request failed at the edge.", failure);
    exchange.fail(
        failure instanceof GlanceException error
            ? ErrorPage.of(error, exchange.requestId())
            : ErrorPage.ofFault(exchange.requestId()));
  }
}
