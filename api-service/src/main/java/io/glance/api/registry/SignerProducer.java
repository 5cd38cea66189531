package io.glance.api.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.ServiceKey;
import io.glance.kit.identity.SignedContext;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The signer of contexts, with the key that both services share. */
@Singleton
class SignerProducer {
  @Produces
  @Singleton
  @DefaultBean
  SignedContext signer(ObjectMapper json, GlanceSettings settings) {
    return new SignedContext(json, ServiceKey.of(settings), Clock.systemUTC());
  }
}
