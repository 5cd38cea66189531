package io.glance.api.auth.oidc;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.identity.Flavor;
import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.builders.TokenConfigBuilder;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Sets quarkus-oidc up from the section {@code [oidc]}. In other flavors it stays off, as
 * application.properties has it.
 */
@Singleton
class OidcTenant {
  private static final String SECTION = "oidc";
  private static final String ANY = "any";

  void configure(@Observes Oidc oidc, Flavor flavor, GlanceSettings settings) {
    if (flavor.identity() == Flavor.Kind.OIDC) {
      oidc.create(tenant(settings));
    }
  }

  /** Only signed tokens: no token of a caller is ever sent to the provider. */
  static OidcTenantConfig tenant(GlanceSettings settings) {
    String client = settings.required(SECTION, "client_id");
    OidcTenantConfigBuilder builder =
        OidcTenantConfig.authServerUrl(settings.required(SECTION, "auth_server_url"))
            .applicationType(ApplicationType.SERVICE)
            .clientId(client)
            .connectionTimeout(Duration.ofSeconds(4));
    TokenConfigBuilder token =
        builder.token().allowJwtIntrospection(false).allowOpaqueTokenIntrospection(false);
    settings.text(SECTION, "issuer").ifPresent(token::issuer);
    List<String> audience = settings.list(SECTION, "audience");
    // Without an audience, tokens that a user gave to any other service of the provider would do.
    if (!audience.contains(ANY)) {
      token.audience(audience.isEmpty() ? List.of(client) : audience);
    }
    return token.end().enableTenant().build();
  }
}
