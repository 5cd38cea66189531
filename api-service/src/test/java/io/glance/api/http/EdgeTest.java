package io.glance.api.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(EdgeProfile.class)
class EdgeTest {
  private static final String ID = "71c675ab-d94f-49cd-a114-e12490b328d9";

  // VER-01, VER-02, VER-09, AUTH-12: before authentication
  @ParameterizedTest
  @CsvSource({
    "GET, /, 300",
    "PUT, /, 300",
    "GET, /versions, 200",
    "GET, /versions/, 200",
    "DELETE, /versions/x, 200",
    "GET, /v1/images, 300",
    "GET, /v3/x, 300",
    "GET, /versionsx, 300",
    "GET, /v2.14/images, 300",
    "GET, /v2.19/images, 300",
    "GET, /healthcheck/, 300",
  })
  void showsTheVersions(String method, String path, int status) {
    Response response = given().urlEncodingEnabled(false).request(method, path);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.contentType()).isEqualTo("application/json");
    assertThat(response.header("X-Openstack-Request-Id")).isNull();
    assertThat(response.jsonPath().getList("versions.id", String.class))
        .startsWith("v2.15", "v2.13")
        .endsWith("v2.1", "v2.0");
  }

  // VER-03
  @Test
  void linksToWhereTheRequestCameFrom() {
    Response response = given().header("Host", "images.example:8080").get("/");
    assertThat(response.jsonPath().getList("versions.links.href.flatten()", String.class))
        .isNotEmpty()
        .allMatch("http://images.example:8080/v2/"::equals);
  }

  // AUTH-10: off by default
  @Test
  void doesNotBelieveForwardedHeaders() {
    Response response =
        given().header("Host", "h").header("X-Forwarded-Proto", "https").get("/versions");
    assertThat(response.jsonPath().getString("versions[0].links[0].href"))
        .isEqualTo("http://h/v2/");
  }

  // VER-01
  @Test
  void headOfTheRootHasNoBodyButItsLength() {
    Response response = given().head("/");
    assertThat(response.statusCode()).isEqualTo(300);
    assertThat(Integer.parseInt(response.header("Content-Length"))).isGreaterThan(1000);
  }

  // VER-08
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v2/schemas/tag",
        "/v2.0/schemas/metadefs/tag",
        "/v2.13/schemas/metadefs/tag",
        "/v2.17/schemas/metadefs/tag",
        "/v2/schemas/metadefs/tag",
        "//v2//schemas/metadefs/tag",
        "/%76%32/schemas/metadefs/tag",
        "/v2/schemas%2Fmetadefs/tag"
      })
  void servesEveryVersionOnOffer(String path) {
    Response response = admin().urlEncodingEnabled(false).get(path);
    assertThat(response.statusCode()).isEqualTo(path.contains("metadefs") ? 200 : 404);
    assertThat(response.header("X-Openstack-Request-Id")).startsWith("req-");
    if (response.statusCode() == 200) {
      assertThat(response.header("Content-Type")).isEqualTo("application/json");
    }
  }

  // VER-08
  @Test
  void takesTheVersionFromTheMediaType() {
    String type = "application/vnd.openstack.images-v2";
    assertThat(admin().header("Accept", type + ".5").get("/schemas/image").statusCode())
        .isEqualTo(200);
    assertThat(admin().header("Accept", type).get("/v2/schemas/image").statusCode()).isEqualTo(404);
    assertThat(given().header("Accept", type + ".99").get("/schemas/image").statusCode())
        .isEqualTo(300);
  }

  // VER-10
  @ParameterizedTest
  @ValueSource(strings = {"/v2", "/v2.3", "/v2?x=1"})
  void redirectsToTheVersion(String path) {
    Response response = admin().header("Host", "h:1").get(path);
    assertThat(response.statusCode()).isEqualTo(302);
    assertThat(response.header("Location")).isEqualTo("http://h:1/v2/");
    assertThat(response.header("X-Openstack-Request-Id")).startsWith("req-");
  }

  // VER-10, VER-14, ERR-13
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v2/",
        "/v2/nope",
        "/v2/images/",
        "/v2/images/" + ID + "/",
        "/v2/images/a%2Fb",
        "/v2/images/" + ID + "/tags/a%2Fb",
        "/v2/images/../images",
        "/v2/./images",
        "/v2/schemas",
        "/v2/schemas/nope",
        "/v2/metadefs/"
      })
  void answers404OnUnknownPaths(String path) {
    for (String method : List.of("GET", "DELETE")) {
      Response response = admin().urlEncodingEnabled(false).request(method, path);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.asString()).contains("The resource could not be found.<br />");
    }
  }

  // VER-11, VER-12
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT|/v2/images|GET, POST",
        "FOO|/v2/images|GET, POST",
        "POST|/v2/images/x|GET, PATCH, DELETE",
        "PUT|/v2/images/x|GET, PATCH, DELETE",
        "POST|/v2/images/x/file|GET, PUT",
        "GET|/v2/images/x/stage|PUT",
        "GET|/v2/images/x/import|POST",
        "GET|/v2/images/x/actions/deactivate|POST",
        "PUT|/v2/images/x/actions/reactivate|POST",
        "GET|/v2/images/x/tags/t|PUT, DELETE",
        "PUT|/v2/images/x/members|GET, POST",
        "POST|/v2/images/x/members/m|GET, PUT, DELETE",
        "PUT|/v2/images/x/locations|POST",
        "PUT|/v2/tasks|GET, POST",
        "PUT|/v2/tasks/t|GET, DELETE",
        "POST|/v2/info/import|GET",
        "POST|/v2/info/stores|GET",
        "POST|/v2/info/stores/detail|GET",
        "GET|/v2/stores/s/i|DELETE",
        "POST|/v2/schemas/image|GET",
        "POST|/v2/schemas/metadefs/tags|GET",
        "PUT|/v2/cache|GET, DELETE",
        "GET|/v2/cache/i|DELETE, PUT",
        "PUT|/v2/cache/nodes|GET",
        "GET|/v2/cache/clean|POST",
        "GET|/v2/cache/prune|POST",
        "PUT|/v2/metadefs/namespaces|GET, POST",
        "POST|/v2/metadefs/namespaces/n|GET, PUT, DELETE",
        "HEAD|/v2/images|GET, POST",
        "HEAD|/v2/images/x|GET, PATCH, DELETE",
        "HEAD|/v2/schemas/image|GET",
      })
  void refusesOtherMethodsAndNamesTheAllowed(String method, String path, String allow) {
    Response response = admin().header("Accept", "application/json").request(method, path);
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.header("Allow")).isEqualTo(allow);
    assertThat(response.header("X-Openstack-Request-Id")).startsWith("req-");
    if (method.equals("HEAD")) {
      assertThat(response.contentType()).isEqualTo("text/html; charset=UTF-8");
      assertThat(response.asByteArray()).isEmpty();
    } else {
      assertThat(response.jsonPath().getString("message"))
          .isEqualTo("The method " + method + " is not allowed for this resource. <br /><br />\n");
    }
  }

  // VER-13
  @ParameterizedTest
  @CsvSource({
    "PUT, /v2/info/usage, 404",
    "POST, /v2/images/x/tasks, 404",
    "HEAD, /v2/nope, 404",
    "FOO, /v2/nope, 501"
  })
  void somePathsHaveNoOtherMethod(String method, String path, int status) {
    assertThat(admin().request(method, path).statusCode()).isEqualTo(status);
  }

  // ERR-14, AUTH-12: before routing
  @ParameterizedTest
  @CsvSource({
    "GET, /v2/images",
    "GET, /v2",
    "GET, /v2/nope",
    "PUT, /v2/images",
    "HEAD, /v2/schemas/image"
  })
  void challengesWithoutAToken(String method, String path) {
    Response response = given().request(method, path);
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.header("WWW-Authenticate")).isEqualTo("Keystone uri=\"http://keystone\"");
    assertThat(response.header("X-Openstack-Request-Id")).isNull();
    if (!method.equals("HEAD")) {
      assertThat(response.asString())
          .contains("This server could not verify that you are authorized");
    }
  }

  // SEC-57
  @Test
  void answers503WhileTheTokenCanNotBeChecked() {
    Response response = given().header("X-Auth-Token", "outage").get("/v2/images");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.asString()).contains("Request id: req-");
  }

  // ERR-06
  @ParameterizedTest
  @CsvSource({
    "GET, /v2/images/x",
    "DELETE, /v2/images/x",
    "PUT, /v2/images/x/tags/t",
    "POST, /v2/images/x/actions/deactivate",
    "GET, /v2/schemas/image",
    "GET, /v2/images/x/file",
  })
  void expectsNoBodyThere(String method, String path) {
    Response response = admin().header("Accept", "").body("{}").request(method, path);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.asString()).contains("A body is not expected with this request.");
  }

  // ERR-08
  @ParameterizedTest
  @CsvSource({"foo, req-foo", "req-foo, req-foo"})
  void keepsTheClientsRequestId(String sent, String returned) {
    Response response = admin().header("X-Openstack-Request-Id", sent).get("/v2/schemas/image");
    assertThat(response.header("X-Openstack-Request-Id")).isEqualTo(returned);
  }

  // ERR-08, SEC-43
  @Test
  void refusesLongRequestIdsAndReplacesUnsafeOnes() {
    assertThat(
            admin().header("X-Openstack-Request-Id", "x".repeat(65)).get("/v2/images").statusCode())
        .isEqualTo(431);
    Response response =
        admin().header("X-Openstack-Request-Id", "${jndi:ldap://x}").get("/v2/schemas/image");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.header("X-Openstack-Request-Id")).matches("req-[0-9a-f-]{36}");
  }

  // ERR-12
  @Test
  void jsonHasNoCharsetAndItsLengthInBytes() {
    Response response = admin().get("/v2/schemas/image");
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    assertThat(response.header("Content-Length"))
        .isEqualTo(Integer.toString(response.asByteArray().length));
    assertThat(response.asString()).startsWith("{\"name\": \"image\", \"properties\": {\"id\": {");
  }

  // SEC-54
  @Test
  void tellsNoServerNameAndForbidsSniffing() {
    Response response = admin().get("/v2/schemas/image");
    assertThat(response.header("Server")).isNull();
    assertThat(response.header("Date"))
        .matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT");
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.header("Cache-Control")).isEqualTo("private, no-store");
  }

  // Bytes that are no text are the client's fault, not ours.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v2/images/%ff",
        "/v2/images/%00",
        "/v2/images/%c3%28/tags/x",
        "/v2/images?name=%ff"
      })
  void refusesUndecodableUrls(String path) {
    Response response = admin().urlEncodingEnabled(false).get(path);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.asString()).contains("Error decoding your request.");
  }

  // SCH-01 to SCH-15
  @ParameterizedTest
  @ValueSource(
      strings = {
        "image",
        "images",
        "member",
        "members",
        "task",
        "tasks",
        "metadefs/namespace",
        "metadefs/namespaces",
        "metadefs/resource_type",
        "metadefs/resource_types",
        "metadefs/property",
        "metadefs/properties",
        "metadefs/object",
        "metadefs/objects",
        "metadefs/tag",
        "metadefs/tags"
      })
  void servesAllSchemas(String name) {
    Response response =
        given()
            .header("X-Auth-Token", "member")
            .header("Accept", "text/html")
            .get("/v2/schemas/" + name);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.jsonPath().getString("name")).isNotEmpty();
  }

  // IMP-02
  @Test
  void listsTheImportMethods() {
    assertThat(admin().get("/v2/info/import").asString())
        .isEqualTo(
            "{\"import-methods\": {\"description\": \"Import methods available.\","
                + " \"type\": \"array\", \"value\": [\"glance-direct\", \"web-download\"]}}");
  }

  // STORE-01
  @Test
  void listsTheStores() {
    assertThat(admin().get("/v2/info/stores").asString())
        .isEqualTo(
            "{\"stores\": [{\"id\": \"file\", \"description\": \"Fast \\u201cdisks\\u201d\","
                + " \"default\": \"true\"}, {\"id\": \"file2\"},"
                + " {\"id\": \"http\", \"read-only\": \"true\"}]}");
  }

  // STORE-02, POL-16
  @Test
  void showsTheStoresDetailsToAdministratorsOnly() {
    Response refused =
        given().header("X-Auth-Token", "member").header("Accept", "").get("/v2/info/stores/detail");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.asString())
        .contains("You are not authorized to complete stores_info_detail action.");
    assertThat(admin().get("/v2/info/stores/detail").asString())
        .contains(
            "{\"id\": \"file2\", \"type\": \"file\", \"weight\": 5,"
                + " \"properties\": {\"data_dir\": \"d\"}}");
  }

  // QUO-09
  @Test
  void showsNoUsageWithoutUnifiedLimits() {
    assertThat(admin().get("/v2/info/usage").asString()).isEqualTo("{\"usage\": {}}");
  }

  private static RequestSpecification admin() {
    return given()
        .config(
            RestAssuredConfig.config()
                .redirect(RedirectConfig.redirectConfig().followRedirects(false)))
        .header("X-Auth-Token", "admin");
  }
}
