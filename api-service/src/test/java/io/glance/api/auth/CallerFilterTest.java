package io.glance.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallerFilterTest {
  // AUTH-12
  @Test
  void aRequestWithoutACallerIsStopped() {
    List<Response> answers = new ArrayList<>();
    ContainerRequestContext request =
        (ContainerRequestContext)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ContainerRequestContext.class},
                (proxy, method, args) -> answers.add((Response) args[0]) ? null : null);
    CurrentVertxRequest current = new CurrentVertxRequest();
    current.setCurrent(
        (RoutingContext)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RoutingContext.class},
                (proxy, method, args) -> null));

    new CallerFilter(new CallerContext(), current).filter(request);

    assertThat(answers).extracting(Response::getStatus).containsExactly(401);
  }
}
