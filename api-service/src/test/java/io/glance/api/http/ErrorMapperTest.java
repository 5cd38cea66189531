package io.glance.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(EdgeProfile.class)
class ErrorMapperTest {

  // ERR-01, ERR-02, ERR-03
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|text/plain; charset=UTF-8|409 Conflict",
        "*/*|text/html; charset=UTF-8|No &lt;room&gt;.<br /><br />",
        "application/json|application/json|\"code\": \"409 Conflict\", \"title\": \"Conflict\"}",
      })
  void rendersErrorsOfResources(String accept, String type, String part) {
    Response response = caller(accept).delete("/v2/cache/conflict");
    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.header("Content-Type")).isEqualTo(type);
    assertThat(response.asString()).contains(part);
    assertThat(response.header("X-Openstack-Request-Id")).startsWith("req-");
  }

  // ERR-04
  @Test
  void rendersDetails() {
    assertThat(caller("").delete("/v2/cache/detail").asString())
        .isEqualTo("403 Forbidden\n\nAccess was denied to this resource.\n\n Not you.  ");
  }

  @Test
  void keepsTheHeadersOfAResourcesError() {
    Response response = caller("").delete("/v2/cache/headers");
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.header("Accept-Patch")).isEqualTo("application/x");
    assertThat(response.asString()).startsWith("415 Unsupported Media Type\n\nThe request media");
  }

  // SEC-43
  @ParameterizedTest
  @ValueSource(strings = {"fault", "error"})
  void hidesFaultsAndNamesTheRequest(String how) {
    Response response =
        caller("").header("X-Openstack-Request-Id", "req-7").delete("/v2/cache/" + how);
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.asString())
        .startsWith("500 Internal Server Error\n\nThe server has either erred")
        .contains("Request id: req-7")
        .doesNotContain("secret");
  }

  @Test
  void namesTheRequestInOutages() {
    Response response = caller("").delete("/v2/cache/unavailable");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.asString()).contains("The store is away.", "Request id: req-");
  }

  // ERR-05
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x|Malformed JSON in request body.",
        "3|Unexpected body type. Expected list/dict.",
        "''|Body expected in request.",
      })
  void refusesWhatIsNoJson(String body, String message) {
    Response response = caller("").body(body).post("/v2/cache/clean");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.asString()).contains(message).doesNotContain("secret");
    assertThat(caller("").delete("/v2/cache/json").asString())
        .contains("Malformed JSON in request body.")
        .doesNotContain("secret");
  }

  // A body of a type that no resource declares reaches the resource all the same.
  @Test
  void readsJsonWhateverItIsCalled() {
    Response response = caller("").contentType("text/plain").body("[1]").post("/v2/cache/clean");
    assertThat(response.statusCode()).isEqualTo(200);
  }

  // ERR-09, AUTH-10
  @Test
  void makesLocationsAbsolute() {
    Response response = caller("").header("Host", "images:1").get("/v2/cache");
    assertThat(response.header("Location")).isEqualTo("http://images:1/v2/images/x");
  }

  // ERR-07
  @Test
  void noContentHasATypeAndNoBody() {
    Response response = caller("").delete("/v2/cache/nothing");
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.header("Content-Type")).isEqualTo("text/html; charset=UTF-8");
    assertThat(response.asByteArray()).isEmpty();
  }

  // VER-14: a path of the table that nothing serves yet
  @Test
  void whatIsNotServedYetIsNotFoundInGlancesForm() {
    Response response = caller("").get("/v2/tasks");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.asString())
        .isEqualTo("404 Not Found\n\nThe resource could not be found.\n\n   ");
  }

  private static RequestSpecification caller(String accept) {
    return given().header("X-Auth-Token", "admin").header("Accept", accept);
  }
}
