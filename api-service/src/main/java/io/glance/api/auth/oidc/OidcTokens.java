package io.glance.api.auth.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.kit.config.GlanceSettings;
import io.glance.kit.http.LogText;
import io.glance.kit.identity.BearerTokens;
import io.glance.kit.identity.CallerRefusal;
import io.glance.kit.identity.Identity;
import io.glance.model.error.GlanceException;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Bearer tokens: signature, issuer, audience and time checked by quarkus-oidc, claims mapped. */
@Singleton
class OidcTokens implements BearerTokens {
  private static final Logger LOG = Logger.getLogger(OidcTokens.class);
  private static final Duration PATIENCE = Duration.ofMillis(4500);
  private static final Pattern SIGNED = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

  private final TenantIdentityProvider provider;
  private final ClaimMapping claims;

  OidcTokens(TenantIdentityProvider provider, GlanceSettings settings, ObjectMapper json) {
    this.provider = provider;
    this.claims = new ClaimMapping(settings, json);
  }

  @Override
  public Identity validate(String token) {
    if (token.length() > 16_384 || !SIGNED.matcher(token).matches()) {
      throw CallerRefusal.unauthorized();
    }
    try {
      provider.authenticate(new AccessTokenCredential(token)).await().atMost(PATIENCE);
      return claims.identity(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    } catch (AuthenticationFailedException | IOException e) {
      LOG.debugf("a bearer token is refused: %s", LogText.oneLine(e.getMessage()));
      throw CallerRefusal.unauthorized();
    } catch (RuntimeException e) {
      LOG.errorf("failed to check a token with the OpenID provider: %s", e);
      throw GlanceException.unavailable("The OpenID provider is temporarily unavailable.", e);
    }
  }
}
