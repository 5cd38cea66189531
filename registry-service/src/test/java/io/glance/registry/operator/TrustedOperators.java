package io.glance.registry.operator;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Flavor trusted-auth: the test is the proxy that authenticates. */
public final class TrustedOperators implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("glance.ini.paste_deploy.flavor", "trusted-auth");
  }

  static RequestSpecification as(String project, String roles) {
    return given()
        .header("X-Identity-Status", "Confirmed")
        .header("X-User-Id", "user-of-" + project)
        .header("X-Project-Id", project)
        .header("X-Roles", roles);
  }

  static RequestSpecification admin() {
    return as("admins", "admin");
  }

  static RequestSpecification alice() {
    return as("project-a", "member");
  }

  static RequestSpecification bob() {
    return as("project-b", "reader");
  }
}
