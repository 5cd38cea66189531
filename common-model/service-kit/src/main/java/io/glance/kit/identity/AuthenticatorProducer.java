package io.glance.kit.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.SettingsException;
import io.glance.kit.policy.Policy;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Builds the service's {@link Authenticator} from its settings. */
@Singleton
public class AuthenticatorProducer {
  @Produces
  @Singleton
  Flavor flavor(Instance<GlanceSettings> settings) {
    return Flavor.parse(settings.get().text("paste_deploy", "flavor").orElse(""));
  }

  @Produces
  @Singleton
  Authenticator authenticator(
      Flavor flavor,
      Instance<GlanceSettings> known,
      Instance<Policy> policy,
      Instance<BearerTokens> bearerTokens) {
    if (flavor.identity() == Flavor.Kind.NONE) {
      return new NoAuthentication();
    }
    GlanceSettings settings = known.get();
    CallerContexts contexts =
        new CallerContexts(policy.get(), settings.flag("DEFAULT", "allow_anonymous_access"));
    ObjectMapper json = new ObjectMapper();
    return switch (flavor.identity()) {
      case NONE -> new NoAuthentication();
      case KEYSTONE -> {
        KeystoneSettings keystone = KeystoneSettings.of(settings);
        yield new KeystoneAuthenticator(
            new KeystoneTokens(keystone, json, Clock.systemUTC(), Ticker.systemTicker()),
            contexts,
            keystone);
      }
      case TRUSTED -> new TrustedHeaders(json, contexts);
      case OIDC -> {
        if (!bearerTokens.isResolvable()) {
          throw new SettingsException("paste_deploy", "flavor", "this service has no flavor oidc");
        }
        yield new BearerAuthenticator(bearerTokens.get(), contexts);
      }
    };
  }
}
