package io.glance.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import io.glance.kit.config.IniSettings;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * AUTH-02 with a real Keystone: property {@code glance.keystone.url}, the users demo and glance
 * with the password of {@code glance.keystone.password}.
 */
@EnabledIfSystemProperty(named = "glance.backends", matches = "true")
class KeystoneTokensIT {
  private static final String URL = System.getProperty("glance.keystone.url", "");
  private static final String PASSWORD = System.getProperty("glance.keystone.password", "secret");

  private final HttpClient http = HttpClient.newHttpClient();

  private KeystoneTokens tokens() {
    return new KeystoneTokens(
        KeystoneSettings.of(
            IniSettings.of(
                Map.of(
                    "keystone_authtoken.auth_url", URL,
                    "keystone_authtoken.username", "glance",
                    "keystone_authtoken.password", PASSWORD,
                    "keystone_authtoken.project_name", "service",
                    "keystone_authtoken.user_domain_name", "default",
                    "keystone_authtoken.project_domain_name", "default",
                    "keystone_authtoken.token_cache_time", "0"))),
        new ObjectMapper(),
        Clock.systemUTC(),
        Ticker.systemTicker());
  }

  private String login(String user, String scope) throws IOException, InterruptedException {
    String body =
        """
        {"auth": {"identity": {"methods": ["password"], "password": {"user":
          {"name": "%s", "domain": {"id": "default"}, "password": "%s"}}}, "scope": %s}}
        """
            .formatted(user, PASSWORD, scope);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(URL + "/v3/auth/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(201);
    return answer.headers().firstValue("X-Subject-Token").orElseThrow();
  }

  private static void refused(KeystoneTokens tokens, String token) {
    assertThatThrownBy(() -> tokens.validate(token))
        .isInstanceOfSatisfying(
            GlanceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHORIZED));
  }

  @Test
  void aTokenOfAProjectIsValidUntilItIsRevoked() throws Exception {
    String token =
        login("demo", "{\"project\": {\"name\": \"demo\", \"domain\": {\"id\": \"default\"}}}");
    KeystoneTokens tokens = tokens();
    Identity identity = tokens.validate(token);
    assertThat(identity.userName()).isEqualTo("demo");
    assertThat(identity.projectName()).isEqualTo("demo");
    assertThat(identity.projectId()).hasSize(32);
    assertThat(identity.roles()).contains("member", "reader").doesNotContain("admin");

    HttpResponse<Void> revoked =
        http.send(
            HttpRequest.newBuilder(URI.create(URL + "/v3/auth/tokens"))
                .header("X-Auth-Token", token)
                .header("X-Subject-Token", token)
                .DELETE()
                .build(),
            BodyHandlers.discarding());
    assertThat(revoked.statusCode()).isEqualTo(204);
    refused(tokens, token);
  }

  @Test
  void tamperedAndUnknownTokensAreRefused() throws Exception {
    String token = login("demo", "\"unscoped\"");
    KeystoneTokens tokens = tokens();
    assertThat(tokens.validate(token).projectId()).isNull();
    refused(tokens, token.substring(0, token.length() - 10) + "AAAAAAAAAA");
    refused(tokens, "unknown");
  }

  @Test
  void aSystemTokenIsKnownAsSuch() throws Exception {
    Identity identity = tokens().validate(login("admin", "{\"system\": {\"all\": true}}"));
    assertThat(identity.systemScope()).isTrue();
    assertThat(identity.roles()).contains("admin");
  }
}
