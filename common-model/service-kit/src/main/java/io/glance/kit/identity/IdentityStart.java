package io.glance.kit.identity;

import io.glance.kit.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Builds authentication and policy when the service starts, so that bad settings stop it then. */
@Singleton
public class IdentityStart {
  private static final Logger LOG = Logger.getLogger(IdentityStart.class);

  void start(
      @Observes @Initialized(ApplicationScoped.class) Object event,
      Flavor flavor,
      Authenticator authenticator,
      Policy policy) {
    LOG.debugf(
        "identity=%s, authenticator=%s, policy=%s",
        flavor.identity(),
        authenticator.getClass().getSimpleName(),
        policy.getClass().getSimpleName());
    if (flavor.identity() == Flavor.Kind.NONE) {
      LOG.warn("[paste_deploy] flavor asks for no identity: every request is the administrator's");
    } else if (flavor.identity() == Flavor.Kind.TRUSTED) {
      LOG.warn(
          "[paste_deploy] flavor believes identity headers: let only the proxy reach this port");
    }
  }
}
