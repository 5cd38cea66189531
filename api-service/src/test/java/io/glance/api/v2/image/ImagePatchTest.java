package io.glance.api.v2.image;

import static io.glance.api.testing.Api.V2_0;
import static io.glance.api.testing.Api.V2_1;
import static io.glance.api.testing.Api.patch;
import static io.glance.api.testing.TestCallers.ADMIN;
import static io.glance.api.testing.TestCallers.MEMBER;
import static io.glance.api.testing.TestCallers.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.api.testing.ImageApiProfile;
import io.glance.api.testing.TestImage;
import io.glance.model.image.ImageAttribute;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.Location;
import io.glance.model.image.MemberStatus;
import io.glance.model.image.UpdateImage;
import io.glance.model.image.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ImageApiProfile.class)
class ImagePatchTest extends ImageApiTestBase {
  private void exists() {
    registry.put(
        new TestImage(ID)
            .name("n")
            .properties(Map.of("a", "1", "b", "2"))
            .tags(List.of("t"))
            .build());
  }

  // PATCH-01, PATCH-07, PATCH-12, PATCH-16, PATCH-21, REL-12
  @Test
  void sendsOneCommandOfWhatChanges() {
    exists();

    Response response =
        patch(
            MEMBER,
            ID,
            V2_1 + "; charset=UTF-8",
            """
            [{"op": "replace", "path": "/name", "value": "new"},
             {"op": "add", "path": "/c", "value": "x"},
             {"op": "replace", "path": "/c", "value": "3"},
             {"op": "remove", "path": "/a"},
             {"op": "replace", "path": "/tags", "value": ["u", "u"]},
             {"op": "add", "path": "/min_ram", "value": 7}]""");

    assertStatus(response, 200);
    assertThat(response.<String>path("name")).isEqualTo("new");
    assertThat(response.header("Content-Type")).isEqualTo("application/json");
    assertThat(registry.updates).hasSize(1);
    UpdateImage sent = registry.updates.get(0);
    assertThat(sent.expectedStatus()).isEmpty();
    assertThat(sent.attributes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(ImageAttribute.NAME, "new", ImageAttribute.MIN_RAM, 7));
    assertThat(sent.setProperties()).isEqualTo(Map.of("c", "3"));
    assertThat(sent.removeProperties()).containsExactly("a");
    assertThat(sent.tags()).containsExactly("u");
    assertThat(sent.limits().properties()).isEqualTo(128);
  }

  // PATCH-02
  @Test
  void takesTheOldForm() {
    exists();

    assertStatus(
        patch(
            MEMBER,
            ID,
            V2_0,
            "[{\"add\": \"/c\", \"value\": \"3\"}, {\"remove\": \"/a\"}, {\"replace\": \"/name\","
                + " \"value\": null}]"),
        200);
    assertThat(registry.row(ID).name()).isNull();
    assertThat(registry.row(ID).properties()).isEqualTo(Map.of("b", "2", "c", "3"));
    assertRefused(
        patch(MEMBER, ID, V2_0, "[{\"add\": \"/b\", \"value\": \"3\"}]"),
        409,
        "Property b already present.");
    assertRefused(
        patch(MEMBER, ID, V2_0, "[{\"add\": \"/b\", \"remove\": \"/b\", \"value\": \"3\"}]"),
        400,
        "Operation objects must contain only one member named");
    assertRefused(
        patch(MEMBER, ID, V2_0, "[{\"value\": \"3\"}]"), 400, "must contain exactly one member");
  }

  // PATCH-03
  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "application/json-patch+json"})
  void tellsWhichTypesItTakes(String type) {
    exists();

    Response response = patch(MEMBER, ID, type, "[]");

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(response.header("Accept-Patch"))
        .isEqualTo(
            "application/openstack-images-v2.0-json-patch,"
                + " application/openstack-images-v2.1-json-patch");
  }

  // PATCH-04
  @Test
  void noOperationChangesNothing() {
    exists();

    assertStatus(patch(MEMBER, ID, "[]"), 200);
    assertThat(registry.updates).isEmpty();
    assertRefused(patch(MEMBER, ID, "{}"), 400, "Request body must be a JSON array");
  }

  // PATCH-05 to PATCH-10, PATCH-12, PATCH-14, PATCH-16, PATCH-19, PATCH-22, LOC-01, SEC-13
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"op\":\"test\",\"path\":\"/a\"}                       | 400 | Invalid operation: `test`. It must be one of the following: add, remove, replace.",
        "{\"op\":3,\"path\":\"/a\"}                              | 400 | Invalid operation",
        "{\"path\":\"/a\",\"value\":\"x\"}                       | 400 | Unable to find `op` in JSON Schema change.",
        "{\"op\":\"add\",\"value\":\"x\"}                        | 400 | Unable to find 'path' in JSON Schema change",
        "{\"op\":\"add\",\"path\":\"/x\"}                        | 400 | Operation \"add\" requires a member named \"value\".",
        "{\"op\":\"add\",\"path\":3,\"value\":\"x\"}             | 400 | must be a string",
        "3                                                       | 400 | Operations must be JSON objects.",
        "{\"op\":\"add\",\"path\":\"x\",\"value\":\"x\"}         | 400 | Pointer `x` does not start with \"/\".",
        "{\"op\":\"add\",\"path\":\"/x/\",\"value\":\"x\"}       | 400 | Pointer `/x/` end with \"/\".",
        "{\"op\":\"add\",\"path\":\"/x// y\",\"value\":\"x\"}    | 400 | contains adjacent \"/\".",
        "{\"op\":\"add\",\"path\":\"/x~2\",\"value\":\"x\"}      | 400 | contains \"~\" not part of a recognized escape sequence.",
        "{\"op\":\"add\",\"path\":\"/x~\",\"value\":\"x\"}       | 400 | contains \"~\" not part",
        "{\"op\":\"add\",\"path\":\"/x/y\",\"value\":\"x\"}      | 400 | Invalid JSON pointer for this resource: '/x/y'",
        "{\"op\":\"add\",\"path\":\"/tags/-\",\"value\":\"x\"}   | 400 | Invalid JSON pointer for this resource: '/tags/-'",
        "{\"op\":\"add\",\"path\":\"/locations\",\"value\":[]}   | 400 | Invalid JSON pointer for this resource: '/locations'",
        "{\"op\":\"replace\",\"path\":\"/x\",\"value\":\"1\"}    | 409 | Property x does not exist.",
        "{\"op\":\"remove\",\"path\":\"/x\"}                     | 409 | Property x does not exist.",
        "{\"op\":\"remove\",\"path\":\"/name\"}                  | 403 | Property name may not be removed.",
        "{\"op\":\"remove\",\"path\":\"/tags\"}                  | 403 | Property tags may not be removed.",
        "{\"op\":\"replace\",\"path\":\"/id\",\"value\":\"x\"}   | 403 | Attribute 'id' is read-only.",
        "{\"op\":\"replace\",\"path\":\"/status \",\"value\":\"x\"} | 403 | Attribute 'status' is read-only.",
        "{\"op\":\"add\",\"path\":\"/stores\",\"value\":\"x\"}   | 403 | Attribute 'stores' is read-only.",
        "{\"op\":\"remove\",\"path\":\"/checksum\"}              | 403 | Attribute 'checksum' is read-only.",
        "{\"op\":\"add\",\"path\":\"/deleted\",\"value\":\"x\"}  | 403 | Attribute 'deleted' is reserved.",
        "{\"op\":\"add\",\"path\":\"/location\",\"value\":\"x\"} | 403 | Attribute 'location' is reserved.",
        "{\"op\":\"add\",\"path\":\"/os_glance_foo\",\"value\":\"x\"} | 403 | Attribute 'os_glance_foo' is reserved.",
        "{\"op\":\"add\",\"path\":\"/owner\",\"value\":\"p2\"}   | 403 | Owner can't be updated by non admin.",
        "{\"op\":\"replace\",\"path\":\"/owner\",\"value\":\"p1\"} | 403 | Owner can't be updated by non admin.",
        "{\"op\":\"replace\",\"path\":\"/visibility\",\"value\":\"public\"} | 403 | You are not authorized to complete publicize_image action.",
        "{\"op\":\"replace\",\"path\":\"/visibility\",\"value\":\"x\"} | 400 | is not one of",
        "{\"op\":\"replace\",\"path\":\"/protected\",\"value\":\"true\"} | 400 | is not of type 'boolean'",
        "{\"op\":\"replace\",\"path\":\"/min_disk\",\"value\":-4} | 400 | Invalid value '-4' for parameter 'min_disk'",
        "{\"op\":\"replace\",\"path\":\"/disk_format\",\"value\":\"x\"} | 400 | is not one of",
        "{\"op\":\"replace\",\"path\":\"/tags\",\"value\":\"x\"} | 400 | is not of type 'array'",
        "{\"op\":\"add\",\"path\":\"/x\",\"value\":null}         | 400 | None is not of type 'string'",
        "{\"op\":\"add\",\"path\":\"/x\",\"value\":4}            | 400 | 4 is not of type 'string'",
        "{\"op\":\"add\",\"path\":\"/x\",\"value\":\"😀\"}       | 400 | X can't contain 4 byte unicode characters.",
        "{\"op\":\"add\",\"path\":\"/locations/0\",\"value\":{\"url\":\"http://x\",\"metadata\":{}}} | 403 | It's not allowed to add locations if locations are invisible.",
        "{\"op\":\"replace\",\"path\":\"/locations\",\"value\":[]} | 403 | Cannot set locations to empty list.",
        "{\"op\":\"replace\",\"path\":\"/locations\",\"value\":[{\"url\":\"http://x\",\"metadata\":{}}]} | 403 | It's not allowed to update locations if locations are invisible.",
        "{\"op\":\"add\",\"path\":\"/locations/0\",\"value\":{\"url\":\"http://x\"}} | 400 | is a required property",
        "{\"op\":\"remove\",\"path\":\"/locations/0\"}           | 403 | You are not authorized to complete delete_image_location action."
      })
  void refusesTheWholeForOneBadOperation(String operation, int status, String message) {
    exists();
    ImageMetadata before = registry.row(ID);

    // PATCH-11
    Response response =
        patch(
            MEMBER,
            ID,
            "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"lost\"}," + operation + "]");

    assertRefused(response, status, message);
    assertThat(registry.row(ID)).isEqualTo(before);
    assertThat(registry.updates).isEmpty();
  }

  // PATCH-07, PATCH-22, IMG-02
  @Test
  void editsExtraProperties() {
    exists();

    Response response =
        patch(
            MEMBER,
            ID,
            """
            [{"op": "add", "path": "/a", "value": "over"}, {"op": "add", "path": "/x~1y~0 ", "value": ""},
             {"op": "remove", "path": "/b"}, {"op": "add", "path": "/b", "value": "back"},
             {"op": "add", "path": "/kernel_id", "value": null}]""");

    assertStatus(response, 200);
    assertThat(registry.row(ID).properties())
        .isEqualTo(Map.of("a", "over", "b", "back", "x/y~", "", "kernel_id", ""));
    assertThat(response.<Map<String, Object>>path("$")).containsEntry("kernel_id", null);
    assertThat(response.<Map<String, Object>>path("$")).containsEntry("x/y~", "");
  }

  // PATCH-13, PATCH-14
  @Test
  void adminsMayPublishAndGiveAway() {
    exists();

    assertStatus(
        patch(
            ADMIN,
            ID,
            "[{\"op\": \"add\", \"path\": \"/visibility\", \"value\": \"public\"}, {\"op\":"
                + " \"replace\", \"path\": \"/owner\", \"value\": \"p9\"}]"),
        200);
    assertThat(registry.row(ID).visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(registry.row(ID).owner()).isEqualTo("p9");
  }

  // PATCH-15
  @ParameterizedTest
  @EnumSource(ImageStatus.class)
  void formatsChangeOnlyWhileNoDataCame(ImageStatus status) {
    registry.put(new TestImage(ID).formats("raw", "bare").status(status).build());

    Response response =
        patch(
            MEMBER, ID, "[{\"op\": \"replace\", \"path\": \"/disk_format\", \"value\": \"iso\"}]");

    if (status == ImageStatus.QUEUED || status == ImageStatus.IMPORTING) {
      assertStatus(response, 200);
      assertThat(registry.updates.get(0).expectedStatus())
          .isEqualTo(Set.of(ImageStatus.QUEUED, ImageStatus.IMPORTING));
    } else {
      assertRefused(
          response, 403, "Attribute disk_format can be only replaced for a queued image.");
    }
  }

  // PATCH-17, PATCH-20, POL-08
  @ParameterizedTest
  @CsvSource({
    "PRIVATE, 'p2:member,reader', 404",
    "SHARED, 'p2:member,reader', 403",
    "SHARED, 'p3:member,reader', 404",
    "PUBLIC, 'p3:member,reader', 403",
    "COMMUNITY, 'p3:member,reader', 403",
    "PRIVATE, p1:reader, 403",
    "PRIVATE, pa:admin, 200",
    "PUBLIC, anonymous, 403"
  })
  void patchesByPersona(Visibility visibility, String persona, int status) {
    registry.put(new TestImage(ID).visibility(visibility).build());
    registry.share(ID, "p2", MemberStatus.ACCEPTED);

    assertStatus(
        patch(persona, ID, "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"x\"}]"),
        status);
  }

  // PATCH-18, QUO-02
  @Test
  void countsPropertiesOnlyWhenOneIsAdded() {
    settings.set("image_property_quota", "1");
    exists();

    assertRefused(
        patch(MEMBER, ID, "[{\"op\": \"add\", \"path\": \"/c\", \"value\": \"x\"}]"),
        413,
        "Attempted: 3, Maximum: 1");
    assertStatus(
        patch(MEMBER, ID, "[{\"op\": \"replace\", \"path\": \"/a\", \"value\": \"x\"}]"), 200);
  }

  // SEC-64
  @Test
  void takesAThousandOperationsAndNoMore() {
    exists();

    assertStatus(patch(MEMBER, ID, adds(1000)), 413);
    settings.set("image_property_quota", "-1");
    assertStatus(patch(MEMBER, ID, adds(1000)), 200);
    assertRefused(patch(MEMBER, ID, adds(1001)), 413, "1000 operations");
  }

  private static String adds(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"op\": \"add\", \"path\": \"/p" + i + "\", \"value\": \"v\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  // SEC-52, SEC-60
  @ParameterizedTest
  @ValueSource(
      strings = {
        "image_id",
        "context",
        "member",
        "delete",
        "set_data",
        "get_data",
        "__doc__",
        "__class__",
        "__dict__",
        "extra_properties",
        "base",
        "class",
        "getClass",
        "hashCode",
        "toString",
        "owner_id",
        "deletedAt",
        "createdAt",
        "updatedAt",
        "extraProperties",
        "properties",
        "tag",
        "diskFormat",
        "containerFormat",
        "minDisk",
        "minRam",
        "isProtected",
        "hidden",
        "virtualSize",
        "osHashAlgo",
        "osHashValue",
        "Status",
        "STATUS",
        "ID",
        "Id",
        "Owner",
        "Visibility",
        "Deleted",
        "Location",
        "members",
        "location_data",
        "locations_",
        "is_public",
        "isPublic",
        "project_id",
        "tenant",
        "user_id",
        "status_",
        "_status",
        "image",
        "images",
        "row",
        "version",
        "json",
        "null",
        "true",
        "constructor",
        "prototype",
        "__proto__",
        "$set",
        "self_",
        "x-image-meta-status",
        "../x",
        "%2e"
      })
  void oddNamesAreMereProperties(String name) {
    registry.put(
        new TestImage(ID)
            .active(3)
            .flags(true, false)
            .status(ImageStatus.DEACTIVATED)
            .locations(Location.of("file:///x", Map.of()))
            .build());
    ImageMetadata before = registry.row(ID);
    String path = "/" + name.replace("~", "~0").replace("/", "~1");

    assertStatus(patch(MEMBER, ID, operation("replace", path)), 409);
    assertStatus(patch(MEMBER, ID, operation("remove", path)), 409);
    assertThat(registry.row(ID)).isEqualTo(before);
    assertStatus(patch(OTHER, ID, operation("add", path)), 404);

    assertStatus(patch(MEMBER, ID, operation("add", path)), 200);
    assertThat(new TestImage(registry.row(ID)).properties(Map.of()).times(null, null).build())
        .isEqualTo(new TestImage(before).times(null, null).build());
    assertThat(registry.row(ID).properties()).isEqualTo(Map.of(name, ID));
  }

  private static String operation(String op, String path) {
    return "[{\"op\": \"%s\", \"path\": \"%s\", \"value\": \"%s\"}]".formatted(op, path, ID);
  }
}
