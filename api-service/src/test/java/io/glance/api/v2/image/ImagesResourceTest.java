package io.glance.api.v2.image;

import static io.glance.api.testing.Api.as;
import static io.glance.api.testing.Api.get;
import static io.glance.api.testing.Api.golden;
import static io.glance.api.testing.Api.post;
import static io.glance.api.testing.Api.text;
import static io.glance.api.testing.TestCallers.ADMIN;
import static io.glance.api.testing.TestCallers.ANONYMOUS;
import static io.glance.api.testing.TestCallers.MEMBER;
import static io.glance.api.testing.TestCallers.NONE;
import static io.glance.api.testing.TestCallers.OTHER;
import static io.glance.api.testing.TestCallers.READER;
import static io.glance.api.testing.TestCallers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.api.testing.ImageApiProfile;
import io.glance.api.testing.TestImage;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.Location;
import io.glance.model.image.MemberStatus;
import io.glance.model.image.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ImageApiProfile.class)
class ImagesResourceTest extends ImageApiTestBase {
  private static final String FULL = "11111111-1111-1111-1111-111111111111";

  // IMG-01 to IMG-08, ERR-12
  @Test
  void showsEveryKeyInOrder() {
    settings.set("show_multiple_locations", "true");
    settings.set("show_image_direct_url", "true");
    stores.add("fast", 0);
    stores.add("slow", 5);
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("os_distro", "debían");
    properties.put("kernel_id", "");
    properties.put("os_glance_stage_host", "http://secret");
    properties.put("os_glance_hash_op_host", "http://secret");
    properties.put("os_glance_failed_import", "");
    properties.put("self", "shadowed");
    properties.put("a", "1");
    registry.put(
        new TestImage(FULL)
            .name("cirros")
            .active(7)
            .virtualSize(9)
            .minimums(1, 2)
            .flags(true, false)
            .times(Instant.parse("2026-01-01T00:00:00.9Z"), Instant.parse("2026-01-02T03:04:05.1Z"))
            .properties(properties)
            .tags(List.of("b", "a"))
            .locations(
                Location.of("file://fast/x", Map.of()),
                Location.of("file://slow/x", Map.of("store", "slow")))
            .build());

    Response response = get(MEMBER, "/v2/images/" + FULL);

    assertThat(text(response)).isEqualTo(golden("show-full.json"));
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    assertThat(response.header("Content-Length"))
        .isEqualTo(String.valueOf(response.asByteArray().length));
  }

  // IMG-01, IMG-03, IMG-04, IMG-05
  @Test
  void showsNullsAndHidesPlaces() {
    registry.put(new TestImage(ID).build());

    assertThat(text(get(MEMBER, PATH))).isEqualTo(golden("show-empty.json"));
  }

  // IMG-05, POL-09
  @Test
  void showsStoresToTheOwnersProjectOnly() {
    stores.add("a", 0);
    registry.put(placed().visibility(Visibility.PUBLIC).build());

    assertThat(get(MEMBER, PATH).<String>path("stores")).isEqualTo("a");
    assertThat(get(READER, PATH).<String>path("stores")).isEqualTo("a");
    assertThat(get(OTHER, PATH).<Map<String, ?>>path("$")).doesNotContainKey("stores");
  }

  // ACT-05
  @Test
  void hidesThePlacesOfADeactivatedImageFromAllButAdmins() {
    settings.set("show_multiple_locations", "true");
    settings.set("show_image_direct_url", "true");
    stores.add("a", 0);
    registry.put(placed().status(ImageStatus.DEACTIVATED).build());

    Map<String, Object> seen = get(MEMBER, PATH).path("$");
    assertThat(seen)
        .doesNotContainKeys("direct_url", "stores")
        .containsEntry("locations", List.of());
    assertThat(get(ADMIN, PATH).<Map<String, ?>>path("$"))
        .containsKeys("direct_url", "stores", "locations");
  }

  private static TestImage placed() {
    return new TestImage(ID).active(1).locations(Location.of("file://a/x", Map.of("store", "a")));
  }

  // IMG-23, SEC-53
  @ParameterizedTest
  @ValueSource(strings = {"nope", "33333333-3333-3333-3333-333333333333", "a%20b", "%2e%2e%5c"})
  void whatIsNotThereIsNotFound(String id) {
    assertStatus(get(MEMBER, "/v2/images/" + id), 404);
    assertStatus(get(MEMBER, "/v2/images/" + "x".repeat(2000)), 404);
  }

  // IMG-23 to IMG-25, IMG-33, AUTH-03
  @ParameterizedTest
  @CsvSource({
    "PRIVATE, p1:reader, 200",
    "PRIVATE, p2:member, 404",
    "PRIVATE, pa:admin, 200",
    "PRIVATE, anonymous, 404",
    "SHARED, p2:reader, 200",
    "SHARED, p3:reader, 404",
    "COMMUNITY, p3:reader, 200",
    "PUBLIC, p3:reader, 200",
    "PUBLIC, anonymous, 200",
    "PUBLIC, p3:unknown, 404",
    "PRIVATE, none, 200"
  })
  void showsByVisibilityAndPersona(Visibility visibility, String persona, int status) {
    registry.put(new TestImage(ID).visibility(visibility).build());
    registry.share(ID, "p2", MemberStatus.REJECTED);

    Response response = get(persona, PATH);

    assertStatus(response, status);
    if (status == 404) {
      assertThat(response.<String>path("message")).startsWith("No image found with ID " + ID);
    }
  }

  // IMG-09, IMG-10, ERR-09, ERR-12
  @Test
  void createsAsAsked() {
    settings.set("enabled_import_methods", "glance-direct,web-download");
    stores.add("s2", 0);
    stores.add("s1", 9);

    Response response =
        post(
            MEMBER,
            "/v2/images",
            """
            {"id": "%s", "hw_x": "ü", "tags": ["b", "a", "b"], "name": "n", "disk_format": "qcow2",
             "container_format": "bare", "visibility": "private", "protected": true,
             "os_hidden": true, "min_ram": 4, "min_disk": 3.0}"""
                .formatted(ID));

    assertThat(text(response)).isEqualTo(golden("create.json"));
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.header("Location")).matches("http://localhost:\\d+" + PATH);
    assertThat(response.header("OpenStack-image-import-methods"))
        .isEqualTo("glance-direct,web-download");
    assertThat(response.header("OpenStack-image-store-ids")).isEqualTo("s2,s1");
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
  }

  // IMG-10
  @Test
  void leavesEmptyHeadersOut() {
    Response response = post(MEMBER, "/v2/images", "{}");

    assertThat(response.headers().hasHeaderWithName("OpenStack-image-import-methods")).isFalse();
    assertThat(response.headers().hasHeaderWithName("OpenStack-image-store-ids")).isFalse();
  }

  // IMG-11
  @Test
  void anIdIsTakenOnce() {
    assertStatus(post(MEMBER, "/v2/images", "{\"id\": \"" + ID + "\"}"), 201);
    assertRefused(
        post(MEMBER, "/v2/images", "{\"id\": \"" + ID + "\"}"),
        409,
        "Image ID " + ID + " already exists!");
  }

  // IMG-17, IMG-18, AUTH-01, AUTH-03, POL-04, POL-08, POL-10
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p1:member | {}                           | 201 | p1",
        "p1:member | {\"owner\":\"p1\"}           | 201 | p1",
        "p1:member | {\"owner\":\"p2\"}           | 403 | not permitted to create images owned by 'p2'",
        "p1:member | {\"owner\":null}             | 403 | not permitted to create images owned by 'None'",
        "p1:reader | {}                           | 403 | You are not authorized to complete add_image action.",
        "pa:admin  | {\"owner\":\"p2\"}           | 201 | p2",
        "pa:admin  | {\"owner\":null}             | 201 |",
        "none      | {}                           | 201 |",
        "anonymous | {}                           | 403 | Read-only access",
        "p1:member | {\"visibility\":\"public\"}  | 403 | You are not authorized to complete publicize_image action.",
        "p1:member | {\"visibility\":\"community\"} | 201 | p1",
        "pa:admin  | {\"visibility\":\"public\"}  | 201 | pa"
      })
  void createsByPersona(String persona, String body, int status, String outcome) {
    Response response = post(persona, "/v2/images", body);

    if (status == 403) {
      assertRefused(response, 403, outcome);
      assertThat(registry.count()).isZero();
    } else {
      assertStatus(response, status);
      assertThat(response.<String>path("owner")).isEqualTo(outcome);
    }
  }

  // IMG-12 to IMG-16, IMG-19, IMG-21, SCH-02, ERR-05, ERR-11
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"name\": 5}               | 400 | 5 is not of type 'null', 'string'",
        "{\"disk_format\": \"xx\"}   | 400 | 'xx' is not one of [None, 'ami'",
        "{\"min_ram\": -1}           | 400 | Invalid value '-1' for parameter 'min_ram': Cannot be a negative value",
        "{\"min_ram\": true}         | 400 | True is not of type 'integer'",
        "{\"min_disk\": null}        | 400 | None is not of type 'integer'",
        "{\"min_disk\": 2147483648}  | 400 | 'min_disk' value out of range, must not exceed 2147483647.",
        "{\"min_disk\": 1e30}        | 400 | 'min_disk' value out of range",
        "{\"protected\": \"true\"}   | 400 | 'true' is not of type 'boolean'",
        "{\"visibility\": \"x\"}     | 400 | is not one of ['community'",
        "{\"id\": \"foo\"}           | 400 | 'foo' does not match",
        "{\"kernel_id\": \"x\"}      | 400 | 'x' does not match",
        "{\"foo\": 5}                | 400 | 5 is not of type 'string'",
        "{\"foo\": null}             | 400 | None is not of type 'string'",
        "{\"foo\": {\"a\": 1}}       | 400 | is not of type 'string'",
        "{\"tags\": [\"a\", 3]}      | 400 | 3 is not of type 'string'",
        "{\"tags\": \"a\"}           | 400 | 'a' is not of type 'array'",
        "{\"name\": \"😀\"}          | 400 | Name can't contain 4 byte unicode characters.",
        "{\"os_distro\": \"😀\"}     | 400 | Os_Distro can't contain 4 byte unicode characters.",
        "{\"😀\": \"x\"}             | 400 | Property names can't contain 4 byte unicode.",
        "{\"tags\": [\"😀\"]}        | 400 | can't contain 4 byte unicode characters.",
        "{\"size\": 4}               | 403 | Attribute 'size' is read-only.",
        "{\"virtual_size\": 4}       | 403 | Attribute 'virtual_size' is read-only.",
        "{\"status\": \"active\"}    | 403 | Attribute 'status' is read-only.",
        "{\"checksum\": null}        | 403 | Attribute 'checksum' is read-only.",
        "{\"created_at\": \"x\"}     | 403 | Attribute 'created_at' is read-only.",
        "{\"updated_at\": \"x\"}     | 403 | Attribute 'updated_at' is read-only.",
        "{\"os_hash_algo\": \"x\"}   | 403 | Attribute 'os_hash_algo' is read-only.",
        "{\"os_hash_value\": \"x\"}  | 403 | Attribute 'os_hash_value' is read-only.",
        "{\"direct_url\": \"x\"}     | 403 | Attribute 'direct_url' is read-only.",
        "{\"self\": \"x\"}           | 403 | Attribute 'self' is read-only.",
        "{\"file\": \"x\"}           | 403 | Attribute 'file' is read-only.",
        "{\"schema\": \"x\"}         | 403 | Attribute 'schema' is read-only.",
        "{\"stores\": \"x\"}         | 403 | Attribute 'stores' is read-only.",
        "{\"locations\": []}         | 403 | Attribute 'locations' is reserved.",
        "{\"location\": \"x\"}       | 403 | Attribute 'location' is reserved.",
        "{\"deleted\": \"x\"}        | 403 | Attribute 'deleted' is reserved.",
        "{\"deleted_at\": \"x\"}     | 403 | Attribute 'deleted_at' is reserved.",
        "{\"os_glance_foo\": \"x\"}  | 403 | Attribute 'os_glance_foo' is reserved.",
        "[]                          | 400 | JSON object",
        "\"x\"                       | 400 | Unexpected body type. Expected list/dict.",
        "{                           | 400 | Malformed JSON in request body."
      })
  void refusesToCreate(String body, int status, String message) {
    assertRefused(post(MEMBER, "/v2/images", body), status, message);
    assertThat(registry.count()).isZero();
  }

  // IMG-12, IMG-13, IMG-19, PATCH-19
  @Test
  void holdsToTheLengthsOfTheColumns() {
    assertStatus(post(MEMBER, "/v2/images", one("name", "x".repeat(255))), 201);
    assertStatus(post(MEMBER, "/v2/images", one("name", "x".repeat(256))), 400);
    assertStatus(post(MEMBER, "/v2/images", one("x".repeat(255), "v")), 201);
    assertStatus(post(MEMBER, "/v2/images", one("x".repeat(256), "v")), 400);
    assertStatus(post(MEMBER, "/v2/images", one("p", "x".repeat(65_535))), 201);
    assertStatus(post(MEMBER, "/v2/images", one("p", "x".repeat(65_536))), 400);
    assertStatus(post(MEMBER, "/v2/images", one("p", "ü".repeat(32_768))), 400);
    assertStatus(post(MEMBER, "/v2/images", "{\"tags\": [\"" + "x".repeat(256) + "\"]}"), 400);
  }

  private static String one(String key, String value) {
    return "{\"" + key + "\": \"" + value + "\"}";
  }

  // IMG-19, IMG-20, QUO-02, QUO-03, QUO-07
  @Test
  void holdsToTheQuotas() {
    settings.set("image_property_quota", "2");
    settings.set("image_tag_quota", "1");

    assertStatus(
        post(MEMBER, "/v2/images", "{\"a\": \"1\", \"b\": \"2\", \"tags\": [\"t\"]}"), 201);
    assertRefused(
        post(MEMBER, "/v2/images", "{\"a\": \"1\", \"b\": \"2\", \"c\": \"3\"}"),
        413,
        "The limit has been exceeded on the number of allowed image properties. Attempted: 3,"
            + " Maximum: 2");
    assertRefused(
        post(MEMBER, "/v2/images", "{\"tags\": [\"t\", \"u\"]}"),
        413,
        "number of allowed image tags. Attempted: 2, Maximum: 1");

    settings.set("image_property_quota", "-1");
    String many =
        IntStream.range(0, 300)
            .mapToObj(i -> "\"p" + i + "\": \"v\"")
            .collect(Collectors.joining(",", "{", "}"));
    assertStatus(post(MEMBER, "/v2/images", many), 201);
  }

  // IMG-26, MEM-12
  @Test
  void deletesRowsThenBytes() {
    registry.put(placed().build());

    Response response = as(MEMBER).delete(PATH);

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.asByteArray()).isEmpty();
    assertThat(data.removed).hasSize(1);
    assertThat(registry.deletes.get(0).instance()).isEqualTo("test-instance");
    assertThat(registry.deletes.get(0).delayed()).isFalse();
    assertRefused(as(MEMBER).delete(PATH), 404, "Failed to find image " + ID + " to delete");
  }

  // IMG-26, IMG-33, AUTH-03, POL-08, POL-24
  @ParameterizedTest
  @CsvSource({
    "PRIVATE, p1:reader, 403, You are not authorized to complete delete_image action.",
    "PRIVATE, 'p2:member,reader', 404, Failed to find image " + ID + " to delete",
    "PUBLIC, 'p2:member,reader', 403, You are not authorized to complete delete_image action.",
    "SHARED, 'p2:member,reader', 403, You are not authorized to complete delete_image action.",
    "PUBLIC, anonymous, 403, Read-only access",
    "PRIVATE, pa:admin, 204,",
    "PRIVATE, none, 204,"
  })
  void deletesByPersona(Visibility visibility, String persona, int status, String message) {
    registry.put(new TestImage(ID).visibility(visibility).build());
    registry.share(ID, "p2", MemberStatus.ACCEPTED);

    Response response = as(persona).delete(PATH);

    assertStatus(response, status);
    if (message != null) {
      assertRefused(response, status, message);
    }
  }

  // IMG-26
  @Test
  void keepsProtectedImages() {
    registry.put(new TestImage(ID).flags(true, false).build());

    assertRefused(
        as(ADMIN).delete(PATH), 403, "Image " + ID + " is protected and cannot be deleted.");
  }

  // IMG-27, ST-01 to ST-09
  @ParameterizedTest
  @EnumSource(ImageStatus.class)
  void deletesInEveryStatusThatMayEnd(ImageStatus status) {
    registry.put(new TestImage(ID).status(status).build());

    Response response = as(MEMBER).delete(PATH);

    assertStatus(response, status == ImageStatus.DELETED ? 400 : 204);
  }

  // IMG-29, DEL-01
  @Test
  void delaysTheDeleteOfBytesOnly() {
    settings.set("delayed_delete", "true");
    registry.put(placed().build());
    registry.put(new TestImage(FULL).build());

    as(MEMBER).delete(PATH);
    as(MEMBER).delete("/v2/images/" + FULL);

    assertThat(registry.deletes.get(0).delayed()).isTrue();
    assertThat(registry.deletes.get(1).delayed()).isFalse();
    assertThat(data.removed).isEmpty();
  }

  // AUTH-01, IMG-09
  @Test
  void withoutIdentityNobodyOwnsTheImage() {
    assertThat(post(NONE, "/v2/images", "{}").<String>path("owner")).isNull();
    assertStatus(get(STRANGER, "/v2/images"), 200);
    assertStatus(get(ANONYMOUS, "/v2/images"), 200);
  }
}
