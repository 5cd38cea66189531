package io.glance.api.auth.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.glance.kit.identity.Authenticator;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** SEC-57 for flavor oidc: the service starts without its provider and says so. */
@QuarkusTest
@TestProfile(OidcOutageTest.NoProvider.class)
class OidcOutageTest {
  /** A provider that isn't there. */
  public static class NoProvider implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.arc.exclude-types", OidcFlavorTest.FIXED_SETTINGS,
          "glance.ini.service_context.key", "a-key-that-only-tests-use",
          "glance.ini.paste_deploy.flavor", "oidc",
          "glance.ini.oidc.auth_server_url", "http://127.0.0.1:1/realms/none");
    }
  }

  @Inject Authenticator authenticator;

  @Test
  void aTokenThatCannotBeCheckedIs503() {
    GlanceException refusal =
        catchThrowableOfType(
            GlanceException.class,
            () -> authenticator.authenticate(name -> "eyJhbGciOiJSUzI1NiJ9.e30.AAAA", "req-1"));
    assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
  }
}
