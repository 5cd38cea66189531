package io.glance.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Health, metrics and cross-origin answers. */
@QuarkusTest
@TestProfile(EdgeProfile.class)
class OperationsTest {
  private static final Path DISABLING = Path.of("target/edge-disabled");

  @Inject FakeImages registry;
  @Inject RegistryProbe probe;

  @AfterEach
  void enable() throws IOException {
    Files.deleteIfExists(DISABLING);
    registry.down(false);
    probe.ask();
  }

  // AUTH-08: without a token
  @ParameterizedTest
  @CsvSource({
    "'', 'text/plain; charset=UTF-8', OK",
    "*/*, 'text/plain; charset=UTF-8', OK",
    "image/png, 'text/plain; charset=UTF-8', OK",
    "text/html, 'text/html; charset=UTF-8', <TD>OK</TD>",
  })
  void healthcheckSaysOk(String accept, String type, String text) {
    Response response = given().header("Accept", accept).get("/healthcheck");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo(type);
    assertThat(response.asString()).contains(text);
    assertThat(response.header("X-Openstack-Request-Id")).isNull();
  }

  // AUTH-08
  @Test
  void healthcheckAnswersAsJson() {
    Response response = given().header("Accept", "application/json").get("/healthcheck");
    assertThat(response.contentType()).isEqualTo("application/json");
    assertThat(response.asString())
        .isEqualTo("{\n    \"detailed\": false,\n    \"reasons\": [\n        \"OK\"\n    ]\n}");
  }

  // AUTH-08
  @Test
  void healthcheckHasNoContentForHead() {
    assertThat(given().head("/healthcheck").statusCode()).isEqualTo(204);
  }

  // AUTH-08
  @Test
  void healthcheckIsDisabledByFile() throws IOException {
    Files.writeString(DISABLING, "");
    Response response = given().get("/healthcheck");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.asString()).isEqualTo("DISABLED BY FILE");
    assertThat(given().head("/healthcheck").statusCode()).isEqualTo(503);
  }

  @Test
  void isReadyWhileTheRegistryAnswers() {
    probe.ask();
    assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
    registry.down(true);
    probe.ask();
    Response down = given().get("/q/health/ready");
    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(down.jsonPath().getString("checks.find { it.name == 'registry' }.status"))
        .isEqualTo("DOWN");
  }

  @Test
  void livesWhateverTheRegistryDoes() {
    registry.down(true);
    probe.ask();
    assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    assertThat(given().get("/q/health/started").statusCode()).isEqualTo(200);
  }

  @Test
  void measuresRequestsByTemplate() {
    String id = "0c2e2a1d-8b6e-4f8c-9a3e-d2b3f0a1c4e5";
    given().header("X-Auth-Token", "admin").header("Accept", "").put("/v2/images/" + id);
    given().header("X-Auth-Token", "admin").get("/v2/no-such-" + id);
    String metrics = given().get("/q/metrics").asString();
    assertThat(metrics)
        .contains("http_server_requests_seconds_count{")
        .containsPattern("uri=\"/v2/images/\\{image_id\\}\"")
        .contains("uri=\"unknown\"")
        .doesNotContain(id);
  }

  // AUTH-09
  @Test
  void decoratesAnswersToAllowedOrigins() {
    Response response = given().header("Origin", "http://ui.example").get("/");
    assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("http://ui.example");
    assertThat(response.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(response.header("Access-Control-Expose-Headers"))
        .isEqualTo(
            "X-Image-Meta-Checksum,X-Auth-Token,X-Subject-Token,X-Service-Token,"
                + "X-OpenStack-Request-ID");
    assertThat(response.header("Vary")).isEqualTo("Origin");
    Response refused = given().header("Origin", "http://ui.example").get("/v2/images");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("http://ui.example");
  }

  // AUTH-09
  @Test
  void tellsOtherOriginsNothing() {
    Response response = given().header("Origin", "http://evil.example").get("/");
    assertThat(response.header("Access-Control-Allow-Origin")).isNull();
  }

  // AUTH-09
  @ParameterizedTest
  @CsvSource({
    "http://ui.example, PUT, 'X-Auth-Token, content-type', true",
    "http://ui.example, PUT, , true",
    "http://ui.example, TRACE, , false",
    "http://ui.example, PUT, X-Evil, false",
    "http://evil.example, PUT, , false"
  })
  void answersPreflights(String origin, String method, String headers, boolean granted) {
    var request = given().header("Origin", origin).header("Access-Control-Request-Method", method);
    if (headers != null) {
      request.header("Access-Control-Request-Headers", headers);
    }
    Response response = request.options("/v2/images");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.asByteArray()).isEmpty();
    assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo(granted ? origin : null);
    assertThat(response.header("Access-Control-Allow-Methods")).isEqualTo(granted ? method : null);
    assertThat(response.header("Access-Control-Max-Age")).isEqualTo(granted ? "3600" : null);
    assertThat(response.header("Access-Control-Allow-Headers"))
        .isEqualTo(headers != null && granted ? "X-Auth-Token,content-type" : null);
  }
}
