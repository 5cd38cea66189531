package io.glance.kit.identity;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Builds the service's {@link Authenticator} from its settings. */
@Singleton
public class AuthenticatorProducer {
  @Produces
  @Singleton
  Authenticator authenticator() {
    return new NoAuthentication();
  }
}
