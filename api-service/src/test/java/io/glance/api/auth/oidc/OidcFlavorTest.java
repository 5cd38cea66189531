package io.glance.api.auth.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.glance.kit.identity.Authenticator;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Flavor oidc against an issuer that signs tokens. */
@QuarkusTest
@WithTestResource(OidcWiremockTestResource.class)
@TestProfile(OidcFlavorTest.Oidc.class)
class OidcFlavorTest {
  /** The settings of this test come from its profile, not from the bean of the others. */
  static final String FIXED_SETTINGS = "io.glance.api.testing.TestSettings";

  private static final String ISSUER = "https://server.example.com";

  /** The settings an operator would write. */
  public static class Oidc implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.arc.exclude-types", FIXED_SETTINGS,
          "glance.ini.service_context.key", "a-key-that-only-tests-use",
          "glance.ini.paste_deploy.flavor", "oidc",
          "glance.ini.oidc.auth_server_url", "${keycloak.url}/realms/quarkus",
          "glance.ini.oidc.audience", "glance",
          "glance.ini.oidc.project_claim", "openstack.project",
          "glance.ini.oidc.roles_claim", "groups",
          "glance.ini.oidc.admin_role", "cloud-admins");
    }
  }

  @Inject Authenticator authenticator;

  private static JwtClaimsBuilder alice() {
    return Jwt.issuer(ISSUER)
        .audience("glance")
        .subject("u7")
        .preferredUserName("alice")
        .claim("openstack", Map.of("project", "p7"))
        .groups(Set.of("member"));
  }

  private RequestContext caller(JwtClaimsBuilder token) {
    return bearer(token.jws().keyId("1").sign());
  }

  private RequestContext bearer(String token) {
    return authenticator.authenticate(
        name -> name.equals("Authorization") ? "Bearer " + token : null, "req-1");
  }

  private void refused(String token) {
    GlanceException refusal = catchThrowableOfType(GlanceException.class, () -> bearer(token));
    assertThat(refusal).as(token).isNotNull();
    assertThat(refusal.code()).isEqualTo(ErrorCode.UNAUTHORIZED);
  }

  @Test
  void claimsBecomeUserProjectAndRoles() {
    assertThat(caller(alice()))
        .isEqualTo(
            new RequestContext(
                "p7", "u7", Set.of("member", "reader"), Set.of(), false, false, false, "req-1"));
  }

  @Test
  void theProvidersAdminRoleMakesTheAdmin() {
    RequestContext admin = caller(alice().groups(Set.of("cloud-admins")));
    assertThat(admin.isAdmin()).isTrue();
    assertThat(admin.roles()).contains("admin", "member", "reader");
    assertThat(caller(alice().groups(Set.of("admin", "member"))).isAdmin())
        .as("the provider's own role admin isn't ours")
        .isFalse();
    assertThat(caller(alice().groups(Set.of(" Admin ", "member"))).isAdmin())
        .as("however it is written")
        .isFalse();
    assertThat(caller(alice().groups(Set.of(" Admin\u00a0", "\tADMIN\n", " member"))).roles())
        .doesNotContain("admin")
        .contains("member", "reader");
    assertThat(caller(alice().groups(Set.of(" Cloud-Admins "))).isAdmin()).isTrue();
  }

  @Test
  void theTokenMayComeInXAuthToken() {
    String token = alice().jws().keyId("1").sign();
    RequestContext caller =
        authenticator.authenticate(name -> name.equals("X-Auth-Token") ? token : null, "req-1");
    assertThat(caller.userId()).isEqualTo("u7");
  }

  @Test
  void foreignExpiredAndTamperedTokensAreRefused() {
    refused(alice().issuer("https://other.example.com").jws().keyId("1").sign());
    refused(alice().audience("other").jws().keyId("1").sign());
    refused(alice().expiresAt(Instant.now().minusSeconds(600)).jws().keyId("1").sign());
    String good = alice().jws().keyId("1").sign();
    String risen = alice().groups(Set.of("cloud-admins")).jws().keyId("1").sign();
    String[] a = good.split("\\.", -1);
    String[] b = risen.split("\\.", -1);
    refused(b[0] + "." + b[1] + "." + a[2]);
    refused("eyJhbGciOiJub25lIn0." + b[1] + ".x");
    refused("opaque");
    refused(alice().jws().keyId("9").signWithSecret("a secret of thirty-two characters"));
  }

  @Test
  void withoutATokenTheCallerIsRefused() {
    GlanceException refusal =
        catchThrowableOfType(
            GlanceException.class, () -> authenticator.authenticate(name -> null, "req-1"));
    assertThat(refusal.code()).isEqualTo(ErrorCode.UNAUTHORIZED);
    assertThat(authenticator.challenge()).contains("Bearer realm=\"glance\"");
  }
}
