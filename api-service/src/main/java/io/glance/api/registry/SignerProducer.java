package io.glance.api.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.kit.identity.SignedContext;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The signer of contexts, with the key that both services share. */
@Singleton
class SignerProducer {
  @Produces
  @Singleton
  @DefaultBean
  SignedContext signer(
      ObjectMapper json, @ConfigProperty(name = "glance.service-key") String serviceKey) {
    return new SignedContext(json, serviceKey.getBytes(StandardCharsets.UTF_8), Clock.systemUTC());
  }
}
