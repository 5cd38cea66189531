package io.glance.kit.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.ServiceKey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The signer and checker of contexts, with the key that both services share. */
@Singleton
class SignedContextProducer {
  @Produces
  @Singleton
  SignedContext signedContext(ObjectMapper json, GlanceSettings settings) {
    return new SignedContext(json, ServiceKey.of(settings), Clock.systemUTC());
  }
}
