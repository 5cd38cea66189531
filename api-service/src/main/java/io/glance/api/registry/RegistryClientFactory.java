package io.glance.api.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.kit.identity.SignedContext;
import io.glance.model.RequestContext;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import java.lang.reflect.Proxy;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** Makes clients of the registry's contracts. One client serves all threads and is never closed. */
final class RegistryClientFactory {
  private static final int CONNECTIONS = 256;

  private final RegistryTransport transport;
  private final SignedContext signer;
  private final ObjectMapper json;

  RegistryClientFactory(RegistryTransport transport, SignedContext signer, ObjectMapper json) {
    this.transport = transport;
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
    QuarkusRestClientBuilder builder =
        QuarkusRestClientBuilder.newBuilder()
            .baseUri(transport.uri())
            .connectTimeout(transport.connectSeconds(), TimeUnit.SECONDS)
            .readTimeout(transport.readSeconds(), TimeUnit.SECONDS)
            .followRedirects(false)
            .disableDefaultMapper(true)
            .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, CONNECTIONS)
            .property(QuarkusRestClientProperties.KEEP_ALIVE_ENABLED, true)
            .register(new ContextFilter(signer, caller))
            .register(new RegistryErrors(json));
    if (transport.insecure()) {
      builder.trustAll(true).verifyHost(false);
    } else if (transport.authorities() != null) {
      builder.trustStore(transport.authorities());
    }
    T client = builder.build(contract);
    return contract.cast(
        Proxy.newProxyInstance(
            contract.getClassLoader(), new Class<?>[] {contract}, new RegistryCalls(client)));
  }
}
