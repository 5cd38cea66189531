package io.glance.e2e;

import static io.glance.e2e.client.Json.op;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Persona;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.DiffersFromPeer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlackBoxPatchIT extends BlackBox {
  @Test
  @DisplayName("PATCH-01: operations of today's media type answer 200 with the image")
  void aPatchAnswersTheImage() {
    String id = owner.image("color", "red");
    JsonNode image =
        owner
            .patch(
                id,
                op("replace", "/name", "new"),
                op("add", "/os_distro", "debian"),
                op("replace", "/color", "blue"))
            .expect(200)
            .json();
    assertThat(image.path("name").asText()).isEqualTo("new");
    assertThat(image.path("os_distro").asText()).isEqualTo("debian");
    assertThat(image.path("color").asText()).isEqualTo("blue");
    assertThat(owner.show(id)).isEqualTo(image);
  }

  @Test
  @DisplayName("PATCH-01: a charset in the media type does no harm")
  void aCharsetDoesNoHarm() {
    patch(owner.image(), Actor.PATCH_21 + "; charset=utf-8", "[]").expect(200);
  }

  @Test
  @DisplayName("PATCH-04: no operations answer 200 and change nothing")
  void noOperationsChangeNothing() {
    String id = owner.image();
    String before = owner.get("/v2/images/" + id).text();
    assertThat(owner.patch(id, "[]").expect(200).text()).isEqualTo(before);
  }

  @Test
  @DisplayName("PATCH-07: add overwrites, replace and remove of a missing property answer 409")
  void addOverwrites() {
    String id = owner.image("color", "red");
    owner.patch(id, op("add", "/color", "blue")).expect(200);
    assertThat(owner.show(id).path("color").asText()).isEqualTo("blue");
    owner
        .patch(id, op("replace", "/shape", "x"))
        .expect(409)
        .containing("Property shape does not exist.");
    owner
        .patch(id, op("remove", "/shape", null))
        .expect(409)
        .containing("Property shape does not exist.");
  }

  @Test
  @DisplayName("PATCH-21: a removed property may be added again")
  void aRemovedPropertyMayBeAddedAgain() {
    String id = owner.image("color", "red");
    assertThat(owner.patch(id, op("remove", "/color", null)).expect(200).json().has("color"))
        .isFalse();
    owner.patch(id, op("add", "/color", "green")).expect(200);
    assertThat(owner.show(id).path("color").asText()).isEqualTo("green");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "visibility",
        "protected",
        "tags",
        "min_ram",
        "min_disk",
        "owner",
        "disk_format",
        "container_format",
        "os_hidden"
      })
  @DisplayName("PATCH-08: base properties may not be removed")
  void basePropertiesMayNotBeRemoved(String name) {
    admin()
        .patch(admin().image(), op("remove", "/" + name, null))
        .expect(403)
        .containing("Property " + name + " may not be removed.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "created_at",
        "updated_at",
        "status",
        "checksum",
        "size",
        "virtual_size",
        "direct_url",
        "self",
        "file",
        "schema",
        "id",
        "os_hash_algo",
        "os_hash_value"
      })
  @DisplayName("PATCH-09: read-only attributes answer 403 to every operation")
  void readOnlyAttributesAnswer403(String name) {
    String id = owner.image();
    String before = owner.get("/v2/images/" + id).text();
    for (String operation : List.of("add", "replace", "remove")) {
      owner
          .patch(id, op(operation, "/" + name, "x"))
          .expect(403)
          .containing("Attribute '" + name + "' is read-only.");
    }
    assertThat(owner.get("/v2/images/" + id).text()).isEqualTo(before);
  }

  @Test
  @DisplayName("PATCH-09: stores are read-only")
  @DiffersFromPeer("PATCH-09: the peer takes stores as an extra property")
  void storesAreReadOnly() {
    owner.patch(owner.image(), op("add", "/stores", "x")).expect(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deleted", "deleted_at", "location", "os_glance_foo"})
  @DisplayName("PATCH-10: reserved attributes answer 403")
  void reservedAttributesAnswer403(String name) {
    String id = owner.image();
    for (String operation : List.of("add", "replace", "remove")) {
      owner
          .patch(id, op(operation, "/" + name, "x"))
          .expect(403)
          .containing("Attribute '" + name + "' is reserved.");
    }
  }

  @Test
  @DisplayName("PATCH-11: of several operations with a bad one nothing is saved")
  void ofSeveralOperationsWithABadOneNothingIsSaved() {
    String id = owner.image();
    String before = owner.get("/v2/images/" + id).text();
    owner
        .patch(id, op("replace", "/name", "new"), op("add", "/x", "y"), op("remove", "/no", null))
        .expect(409);
    owner.patch(id, op("replace", "/name", "new"), op("replace", "/status", "active")).expect(403);
    assertThat(owner.get("/v2/images/" + id).text()).isEqualTo(before);
  }

  @Test
  @DisplayName("PATCH-12: replacing tags replaces the whole list")
  void replacingTagsReplacesTheList() {
    String id = owner.image("tags", List.of("a", "b"));
    JsonNode image = owner.patch(id, op("replace", "/tags", List.of("c", "c"))).expect(200).json();
    assertThat(Json.texts(image.path("tags"))).containsExactly("c");
    owner.patch(id, op("add", "/tags/-", "d")).expect(400);
    owner.patch(id, op("replace", "/tags", "d")).expect(400);
  }

  @Test
  @DisplayName("PATCH-13: only an admin makes an image public, a member community")
  void onlyAnAdminMakesAnImagePublic() {
    String id = as(Persona.MEMBER).image();
    owner.patch(id, op("replace", "/visibility", "public")).expect(403);
    owner.patch(id, op("replace", "/visibility", "community")).expect(200);
    admin().patch(id, op("replace", "/visibility", "public")).expect(200);
    assertThat(owner.show(id).path("visibility").asText()).isEqualTo("public");
  }

  @Test
  @DisplayName("PATCH-14: only an admin gives an image to another project")
  void onlyAnAdminChangesTheOwner() {
    String id = as(Persona.MEMBER).image();
    owner
        .patch(id, op("replace", "/owner", "somebody"))
        .expect(403)
        .containing("Owner can't be updated by non admin.");
    admin().patch(id, op("replace", "/owner", stranger().project())).expect(200);
    owner.get("/v2/images/" + id).expect(404);
    stranger().get("/v2/images/" + id).expect(200);
  }

  @Test
  @DisplayName("PATCH-14: add is guarded as replace is")
  void addingAnOwnerIsGuardedToo() {
    owner.patch(as(Persona.MEMBER).image(), op("add", "/owner", "somebody")).expect(403);
  }

  @Test
  @DisplayName("PATCH-15: formats change only while the image is queued")
  void formatsChangeOnlyWhileQueued() {
    String id = owner.image();
    owner.patch(id, op("replace", "/disk_format", "iso")).expect(200);
    owner.patch(id, op("replace", "/container_format", "ovf")).expect(200);
    owner.patch(id, op("replace", "/disk_format", null)).expect(200);
    owner.patch(id, op("replace", "/disk_format", "floppy")).expect(400);
    String active = owner.active(data(5));
    owner.patch(active, op("replace", "/disk_format", "iso")).expect(403);
    owner.patch(active, op("replace", "/container_format", "ovf")).expect(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "protected|true|\"true\"",
        "os_hidden|true|1",
        "min_ram|512|\"512\"",
        "min_disk|1|-1",
        "min_ram|0|2147483648",
        "name|\"other\"|5",
        "name|null|[]",
        "kernel_id|null|\"x\"",
        "kernel_id|\"00000000-0000-4000-8000-000000000000\"|3",
        "anything|\"x\"|null",
        "anything|\"x\"|1",
        "anything|\"\"|{}",
      })
  @DisplayName("PATCH-16 PATCH-22 SCH-02: attributes take their type and refuse others by 400")
  void attributesTakeTheirType(String name, String good, String bad) {
    String id = owner.image();
    String patch = "[{\"op\":\"add\",\"path\":\"/%s\",\"value\":%s}]";
    Reply reply = owner.patch(id, String.format(patch, name, good)).expect(200);
    assertThat(reply.json().path(name)).isEqualTo(Json.read(good));
    owner.patch(id, String.format(patch, name, bad)).expect(400);
  }

  @Test
  @DisplayName("PATCH-17: invisible 404, visible but not owned 403, also for members of it")
  void whatOneDoesNotOwnCannotBePatched() {
    String hidden = as(Persona.MEMBER).image("visibility", "private");
    String community = owner.image("visibility", "community");
    String shared = owner.image();
    owner
        .post("/v2/images/" + shared + "/members", Map.of("member", stranger().projectText()))
        .expect(200);
    stranger().patch(hidden, op("add", "/x", "y")).expect(404);
    stranger().patch(community, op("add", "/x", "y")).expect(403);
    stranger().patch(shared, op("add", "/x", "y")).expect(403);
  }

  @Test
  @DisplayName("PATCH-19: keys of 256 characters and values over 65535 bytes answer 400")
  @DiffersFromPeer("PATCH-19: the peer answers 500")
  void tooLongKeysAndValuesAnswer400() {
    String id = owner.image();
    owner.patch(id, op("add", "/" + "k".repeat(256), "v")).expect(400);
    owner.patch(id, op("add", "/k", "v".repeat(65_536))).expect(400);
  }

  @Test
  @DisplayName("PATCH-19: values of 65535 bytes are taken")
  void longValuesAreTaken() {
    String id = owner.image();
    String value = "v".repeat(65_535);
    owner.patch(id, op("add", "/k", value)).expect(200);
    assertThat(owner.show(id).path("k").asText()).isEqualTo(value);
  }

  @Test
  @DisplayName("PATCH-20: a deleted image answers 404")
  void aDeletedImageAnswers404() {
    String id = owner.image();
    owner.delete("/v2/images/" + id).expect(204);
    owner.patch(id, op("add", "/x", "y")).expect(404);
  }

  private Reply patch(String id, String type, String json) {
    return owner.call("PATCH", "/v2/images/" + id).body(type, json).send();
  }
}
