package io.glance.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import io.glance.kit.config.IniSettings;
import io.glance.kit.policy.Policy;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows AUTH-01 to AUTH-07: from headers to the caller. */
class AuthenticatorTest {
  private static final String LONG = "2100-01-01T00:00:00.000000Z";
  private static final Policy ADMIN_BY_ROLE =
      (rule, target, caller) -> rule.equals("context_is_admin") && caller.roles().contains("admin");

  private final FakeKeystone keystone = new FakeKeystone();

  @AfterEach
  void stop() {
    keystone.close();
  }

  private static RequestHeaders headers(String... namesAndValues) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers::get;
  }

  private KeystoneAuthenticator keystone(boolean anonymous, boolean rolesRequired) {
    KeystoneSettings settings =
        KeystoneSettings.of(
            IniSettings.of(
                Map.of(
                    "keystone_authtoken.auth_url", keystone.url(),
                    "keystone_authtoken.www_authenticate_uri", "http://public:5000",
                    "keystone_authtoken.username", "glance",
                    "keystone_authtoken.password", "secret",
                    "keystone_authtoken.service_token_roles_required",
                        Boolean.toString(rolesRequired))));
    return new KeystoneAuthenticator(
        new KeystoneTokens(settings, new ObjectMapper(), Clock.systemUTC(), Ticker.systemTicker()),
        new CallerContexts(ADMIN_BY_ROLE, anonymous),
        settings);
  }

  private static TrustedHeaders trusted() {
    return new TrustedHeaders(new ObjectMapper(), new CallerContexts(ADMIN_BY_ROLE, false));
  }

  private static ErrorCode refusal(Authenticator authenticator, RequestHeaders headers) {
    return catchThrowableOfType(
            GlanceException.class, () -> authenticator.authenticate(headers, "req-1"))
        .code();
  }

  @Test // AUTH-01
  void withoutIdentityEverybodyIsAdminAndOwnsNothing() {
    RequestContext caller =
        new NoAuthentication().authenticate(headers("X-Project-Id", "p9"), "req-1");
    assertThat(caller.isAdmin()).isTrue();
    assertThat(caller.projectId()).isNull();
    assertThat(caller.readOnly()).isFalse();
    assertThat(caller.requestId()).isEqualTo("req-1");
    assertThat(new NoAuthentication().challenge()).isEmpty();
  }

  @Test // AUTH-02, AUTH-05
  void aTokenMakesTheCaller() {
    keystone.know("member", LONG, "Member", " reader ");
    keystone.know("admin", LONG, "Admin");
    Authenticator authenticator = keystone(false, false);
    RequestContext caller = authenticator.authenticate(headers("x-auth-token", "member"), "req-1");
    assertThat(caller)
        .isEqualTo(
            new RequestContext(
                "p1", "u1", Set.of("member", "reader"), Set.of(), false, false, false, "req-1"));
    assertThat(authenticator.authenticate(headers("X-Storage-Token", "admin"), "r").isAdmin())
        .isTrue();
    assertThat(authenticator.challenge()).contains("Keystone uri=\"http://public:5000\"");
  }

  @ParameterizedTest // AUTH-02, SEC-57
  @ValueSource(strings = {"unknown", "expired", "domain"})
  void badTokensAreUnauthorized(String token) {
    keystone.know("expired", "2020-01-01T00:00:00.000000Z", "admin");
    keystone.knowScoped("domain", Map.of("domain", Map.of("id", "d1")), "admin");
    assertThat(refusal(keystone(true, false), headers("X-Auth-Token", token)))
        .isEqualTo(ErrorCode.UNAUTHORIZED);
  }

  @Test // AUTH-06
  void aSystemTokenIsKnownAsSuch() {
    keystone.knowScoped("system", Map.of("system", Map.of("all", true)), "admin");
    RequestContext caller =
        keystone(false, false).authenticate(headers("X-Auth-Token", "system"), "r");
    assertThat(caller.systemScope()).isTrue();
    assertThat(caller.projectId()).isNull();
  }

  @Test // AUTH-03
  void withoutATokenTheCallerIsAnonymousWhereThatIsAllowed() {
    assertThat(refusal(keystone(false, false), headers())).isEqualTo(ErrorCode.UNAUTHORIZED);
    RequestContext caller = keystone(true, false).authenticate(headers(), "req-1");
    assertThat(caller)
        .isEqualTo(new RequestContext(null, null, Set.of(), Set.of(), false, true, false, "req-1"));
  }

  @Test // AUTH-04, SEC-57
  void identityHeadersOfClientsHaveNoEffectOnKeystone() {
    keystone.know("member", LONG, "member");
    RequestHeaders forged =
        headers(
            "X-Auth-Token", "member",
            "X-Identity-Status", "Confirmed",
            "X-User-Id", "root",
            "X-Project-Id", "p9",
            "X-Tenant-Id", "p9",
            "X-Roles", "admin",
            "X-Is-Admin-Project", "True",
            "X-Service-Roles", "service",
            "OpenStack-System-Scope", "all");
    assertThat(keystone(false, false).authenticate(forged, "r"))
        .isEqualTo(
            new RequestContext("p1", "u1", Set.of("member"), Set.of(), false, false, false, "r"));
    assertThat(refusal(keystone(false, false), headers("X-Identity-Status", "Confirmed")))
        .isEqualTo(ErrorCode.UNAUTHORIZED);
  }

  @Test // AUTH-07
  void aServiceTokenAddsItsRoles() {
    keystone.know("member", LONG, "member");
    keystone.know("nova", LONG, "Service");
    keystone.know("other", LONG, "other");
    RequestHeaders both = headers("X-Auth-Token", "member", "X-Service-Token", "nova");
    assertThat(keystone(false, false).authenticate(both, "r").serviceRoles())
        .as("Keystone's role is service, in another case it isn't of service_token_roles")
        .containsExactly("service");
    RequestHeaders other = headers("X-Auth-Token", "member", "X-Service-Token", "other");
    assertThat(keystone(false, false).authenticate(other, "r").serviceRoles())
        .containsExactly("other");
    assertThat(keystone(false, true).authenticate(other, "r").serviceRoles()).isEmpty();
  }

  @Test // AUTH-07
  void aBadServiceTokenCountsAsNone() {
    keystone.know("member", LONG, "member");
    RequestHeaders bad = headers("X-Auth-Token", "member", "X-Service-Token", "bad");
    RequestContext caller = keystone(false, false).authenticate(bad, "r");
    assertThat(caller.projectId()).isEqualTo("p1");
    assertThat(caller.serviceRoles()).isEmpty();
  }

  @Test // AUTH-07
  void anExpiredTokenPassesBesideATokenOfAService() {
    keystone.knowExpired("old", "member");
    keystone.know("nova", LONG, "service");
    keystone.know("other", LONG, "other");
    Authenticator authenticator = keystone(false, false);
    assertThat(
            authenticator
                .authenticate(headers("X-Auth-Token", "old", "X-Service-Token", "nova"), "r")
                .projectId())
        .isEqualTo("p1");
    assertThat(refusal(authenticator, headers("X-Auth-Token", "old", "X-Service-Token", "other")))
        .isEqualTo(ErrorCode.UNAUTHORIZED);
  }

  @Test // AUTH-04
  void theProxysHeadersMakeTheCaller() {
    RequestContext caller =
        trusted()
            .authenticate(
                headers(
                    "X-Identity-Status", "Confirmed",
                    "X-User-Id", "u2",
                    "X-Tenant-Id", "p2",
                    "X-Roles", "Member, ADMIN ,",
                    "X-Service-Roles", "Service",
                    "X-Service-Catalog", "[]"),
                "req-1");
    assertThat(caller)
        .isEqualTo(
            new RequestContext(
                "p2",
                "u2",
                Set.of("member", "admin"),
                Set.of("service"),
                true,
                false,
                false,
                "req-1"));
    assertThat(
            trusted()
                .authenticate(
                    headers(
                        "X-Identity-Status",
                        "Confirmed",
                        "X-Project-Id",
                        "p3",
                        "X-Tenant-Id",
                        "p2"),
                    "r")
                .projectId())
        .isEqualTo("p3");
  }

  @ParameterizedTest // AUTH-04
  @ValueSource(strings = {"", "Invalid", "confirmed"})
  void anUnconfirmedCallerIsUnauthorized(String status) {
    assertThat(refusal(trusted(), headers("X-Identity-Status", status, "X-Roles", "admin")))
        .isEqualTo(ErrorCode.UNAUTHORIZED);
  }

  @Test // AUTH-04
  void aBrokenCatalogueIsOurFault() {
    RequestHeaders broken =
        headers("X-Identity-Status", "Confirmed", "X-Service-Catalog", "{\"open");
    assertThat(refusal(trusted(), broken)).isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void aBearerTokenMakesTheCaller() {
    BearerTokens tokens =
        token ->
            new Identity(
                "u3", token, null, "p3", null, null, null, Set.of("Member"), false, Instant.MAX);
    Authenticator authenticator =
        new BearerAuthenticator(tokens, new CallerContexts(ADMIN_BY_ROLE, false));
    RequestContext expected =
        new RequestContext("p3", "u3", Set.of("member"), Set.of(), false, false, false, "r");
    assertThat(authenticator.authenticate(headers("Authorization", "bearer a.b.c"), "r"))
        .isEqualTo(expected);
    assertThat(authenticator.authenticate(headers("X-Auth-Token", "a.b.c"), "r"))
        .isEqualTo(expected);
    assertThat(refusal(authenticator, headers("Authorization", "Basic YTpi")))
        .isEqualTo(ErrorCode.UNAUTHORIZED);
    assertThat(authenticator.challenge()).contains("Bearer realm=\"glance\"");
  }
}
