package io.glance.registry.operator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.registry.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** REG-15 with a real Keystone: property {@code glance.keystone.url}, users admin and demo. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(OperatorKeystoneIT.Keystone.class)
@EnabledIfSystemProperty(named = "glance.backends", matches = "true")
class OperatorKeystoneIT {
  private static final String URL = System.getProperty("glance.keystone.url", "");
  private static final String PASSWORD = System.getProperty("glance.keystone.password", "secret");

  /** The settings of the walk-through. */
  public static class Keystone implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "glance.ini.paste_deploy.flavor", "keystone",
          "glance.ini.keystone_authtoken.auth_uri", URL,
          "glance.ini.keystone_authtoken.auth_url", URL,
          "glance.ini.keystone_authtoken.auth_type", "password",
          "glance.ini.keystone_authtoken.user_domain_name", "default",
          "glance.ini.keystone_authtoken.project_domain_name", "default",
          "glance.ini.keystone_authtoken.project_name", "service",
          "glance.ini.keystone_authtoken.username", "glance",
          "glance.ini.keystone_authtoken.password", PASSWORD);
    }
  }

  private static String login(String user) {
    String body =
        """
        {"auth": {"identity": {"methods": ["password"], "password": {"user":
          {"name": "%1$s", "domain": {"id": "default"}, "password": "%2$s"}}},
          "scope": {"project": {"name": "%1$s", "domain": {"id": "default"}}}}}
        """
            .formatted(user, PASSWORD);
    return given()
        .contentType("application/json")
        .body(body)
        .post(URL + "/v3/auth/tokens")
        .header("X-Subject-Token");
  }

  private static List<String> names(String token, String path) {
    return given()
        .header("X-Auth-Token", token)
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .path("images.name");
  }

  @Test
  void adminSeesEverythingAndAUserItsOwn() {
    TestDatabase.clean();
    ImageRows.image(1, "public", "someone", "public");
    ImageRows.image(2, "private", "someone", "private");
    String admin = login("admin");
    String demo = login("demo");
    assertThat(names(admin, "/images?is_public=None")).containsExactly("private", "public");
    assertThat(names(demo, "/images?is_public=None")).containsExactly("public");
    given().header("X-Auth-Token", "forged").get("/images").then().statusCode(401);
    given()
        .header("X-Auth-Token", demo)
        .header("X-Roles", "admin")
        .header("X-Identity-Status", "Confirmed")
        .get("/images/" + ImageRows.id(2))
        .then()
        .statusCode(404);
  }
}
