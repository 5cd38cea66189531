package io.glance.api.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.kit.identity.SignedContext;
import io.glance.model.RequestContext;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** Makes clients of the registry's contracts. One client serves all threads and is never closed. */
final class RegistryClientFactory {
  private static final long CONNECT_SECONDS = 2;
  private static final long READ_SECONDS = 10;
  private static final int CONNECTIONS = 128;

  private final URI registry;
  private final SignedContext signer;
  private final ObjectMapper json;

  RegistryClientFactory(URI registry, SignedContext signer, ObjectMapper json) {
    this.registry = registry;
    this.signer = signer;
    this.json = json;
  }

  /**
   * A client that speaks for the caller the supplier names at each call.
   *
   * @return throws {@link io.glance.model.error.GlanceException} of the registry's code;
   *     UNAVAILABLE where there was no answer
   */
  <T> T create(Class<T> contract, Supplier<RequestContext> caller) {
    T client =
        QuarkusRestClientBuilder.newBuilder()
            .baseUri(registry)
            .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
            .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
            .followRedirects(false)
            .disableDefaultMapper(true)
            .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, CONNECTIONS)
            .property(QuarkusRestClientProperties.KEEP_ALIVE_ENABLED, true)
            .register(new ContextFilter(signer, caller))
            .register(new RegistryErrors(json))
            .build(contract);
    return contract.cast(
        Proxy.newProxyInstance(
            contract.getClassLoader(), new Class<?>[] {contract}, new RegistryCalls(client)));
  }
}
