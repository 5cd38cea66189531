package io.glance.registry.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.glance.registry.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** REG-15, SEC-67: flavor keystone, with a Keystone that isn't there. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(OperatorAccessTest.Keystone.class)
class OperatorAccessTest {
  /** The settings of the walk-through. */
  public static class Keystone implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "glance.ini.paste_deploy.flavor", "keystone",
          "glance.ini.keystone_authtoken.auth_url", "http://127.0.0.1:1",
          "glance.ini.keystone_authtoken.www_authenticate_uri", "http://127.0.0.1:2",
          "glance.ini.keystone_authtoken.username", "glance",
          "glance.ini.keystone_authtoken.password", "secret");
    }
  }

  @ParameterizedTest // REG-15
  @ValueSource(
      strings = {
        "/",
        "/images",
        "/images/detail",
        "/images/00000000-0000-4000-8000-000000000001",
        "/images/x/members",
        "/images/x/members/y",
        "/shared-images/x"
      })
  void withoutATokenNothingIsAnswered(String path) {
    given()
        .header("X-Identity-Status", "Confirmed")
        .header("X-Roles", "admin")
        .get(path)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Keystone uri=\"http://127.0.0.1:2\"")
        .header("X-Openstack-Request-Id", matchesPattern("req-[0-9a-f-]{36}"));
    given().post(path).then().statusCode(org.hamcrest.Matchers.oneOf(401, 405));
  }

  @Test // SEC-57
  void aTokenThatCannotBeCheckedIs503() {
    given()
        .header("X-Auth-Token", "a-token")
        .accept("application/json")
        .get("/images")
        .then()
        .statusCode(503)
        .contentType("application/json")
        .body("code", org.hamcrest.Matchers.equalTo("503 Service Unavailable"))
        .body(not(containsString("a-token")));
  }

  @ParameterizedTest // SEC-67
  @ValueSource(
      strings = {
        "/internal/v1/images/x",
        "//internal/v1/images/x",
        "/%69nternal/v1/images/x",
        "/images/../internal/v1/images/x"
      })
  void theInternalContractIsClosedToOperators(String path) {
    int status =
        given().urlEncodingEnabled(false).header("X-Auth-Token", "t").get(path).statusCode();
    assertThat(status).isIn(401, 404, 400);
  }

  @Test
  void theDocumentDescribesTheOperatorsApiOnly() {
    String document =
        given()
            .accept("application/json")
            .get("/q/openapi?format=json")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(document)
        .contains("/images/detail", "/shared-images/{project}", "changes-since", "location_data")
        .doesNotContain("/internal/");
  }
}
