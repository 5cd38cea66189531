package io.glance.e2e;

import static io.glance.e2e.client.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.Differences;
import io.glance.e2e.target.DiffersFromPeer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlackBoxCreateIT extends BlackBox {
  private static final List<String> KEYS =
      List.of(
          "name",
          "disk_format",
          "container_format",
          "visibility",
          "size",
          "virtual_size",
          "status",
          "checksum",
          "protected",
          "min_ram",
          "min_disk",
          "owner",
          "os_hidden",
          "os_hash_algo",
          "os_hash_value",
          "id",
          "created_at",
          "updated_at",
          "locations",
          "tags",
          "self",
          "file",
          "schema");

  @Test
  @DisplayName("IMG-01 IMG-03 IMG-08 IMG-09: a bare image has all keys in order, with defaults")
  void aBareImageHasAllKeysInOrder() {
    JsonNode image = owner.create("{}").expect(201).json();
    assertThat(Json.names(image)).containsExactlyElementsOf(KEYS);
    String id = image.path("id").asText();
    assertThat(image)
        .isEqualTo(
            Json.read(
                Json.write(
                    object(
                        "name",
                        null,
                        "disk_format",
                        null,
                        "container_format",
                        null,
                        "visibility",
                        "shared",
                        "size",
                        null,
                        "virtual_size",
                        null,
                        "status",
                        "queued",
                        "checksum",
                        null,
                        "protected",
                        false,
                        "min_ram",
                        0,
                        "min_disk",
                        0,
                        "owner",
                        owner.project(),
                        "os_hidden",
                        false,
                        "os_hash_algo",
                        null,
                        "os_hash_value",
                        null,
                        "id",
                        id,
                        "created_at",
                        image.path("created_at").asText(),
                        "updated_at",
                        image.path("updated_at").asText(),
                        "locations",
                        List.of(),
                        "tags",
                        List.of(),
                        "self",
                        "/v2/images/" + id,
                        "file",
                        "/v2/images/" + id + "/file",
                        "schema",
                        "/v2/schemas/image"))));
    assertThat(owner.show(id)).isEqualTo(image);
  }

  @Test
  @DisplayName("IMG-02: extra properties come first, as strings")
  void extraPropertiesComeFirst() {
    Reply reply = owner.create(object("name", "n", "os_distro", "debian", "anything", ""));
    JsonNode image = reply.expect(201).json();
    assertThat(Json.names(image).subList(0, 2)).containsExactlyInAnyOrder("os_distro", "anything");
    assertThat(Json.names(image).subList(2, image.size())).containsExactlyElementsOf(KEYS);
    assertThat(image.path("anything").asText("null")).isEmpty();
  }

  @Test
  @DisplayName("IMG-07: times are whole seconds of UTC")
  void timesAreWholeSeconds() {
    JsonNode image = owner.show(owner.image());
    assertThat(image.path("created_at").asText())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")
        .isEqualTo(image.path("updated_at").asText());
  }

  @Test
  @DisplayName("IMG-10: creating answers 201 with Location, import methods and stores")
  void creatingAnswers201WithItsHeaders() {
    Reply reply = owner.create(object("name", unique("e2e"))).expect(201);
    assertThat(reply.header("Location")).endsWith("/v2/images/" + reply.id());
    JsonNode methods = owner.get("/v2/info/import").json().at("/import-methods/value");
    assertThat(reply.header("OpenStack-image-import-methods"))
        .isEqualTo(methods.isEmpty() ? null : String.join(",", Json.texts(methods)));
    List<String> stores = Json.texts(owner.get("/v2/info/stores").json().path("stores"), "id");
    assertThat(reply.header("OpenStack-image-store-ids")).startsWith(String.join(",", stores));
  }

  @Test
  @DisplayName("IMG-11: a given id is used once and never again")
  void aGivenIdIsUsedOnce() {
    String id = UUID.randomUUID().toString();
    assertThat(owner.create(object("id", id)).expect(201).id()).isEqualTo(id);
    owner.create(object("id", id)).expect(409).containing("Image ID " + id + " already exists!");
    owner.delete("/v2/images/" + id).expect(204);
    owner.create(object("id", id)).expect(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = (char) 1,
      value = {
        "IMG-11|{`id`:`no uuid`}",
        "IMG-11|{`id`:3}",
        "IMG-12|{`disk_format`:`floppy`}",
        "IMG-12|{`container_format`:`sea`}",
        "IMG-12|{`min_ram`:-1}",
        "IMG-12|{`min_disk`:2147483648}",
        "IMG-12|{`min_ram`:`1`}",
        "IMG-12|{`min_ram`:1.5}",
        "IMG-12|{`protected`:`true`}",
        "IMG-12|{`protected`:1}",
        "IMG-12|{`os_hidden`:`false`}",
        "IMG-12|{`visibility`:`secret`}",
        "IMG-12|{`visibility`:null}",
        "IMG-12|{`name`:7}",
        "IMG-12|{`name`:[`x`]}",
        "IMG-13|{`x`:1}",
        "IMG-13|{`x`:null}",
        "IMG-13|{`x`:true}",
        "IMG-13|{`x`:{}}",
        "IMG-13|{`x`:[`y`]}",
        "IMG-19|{`tags`:`x`}",
        "IMG-19|{`tags`:[1]}",
        "IMG-19|{`tags`:null}",
        "SCH-02|{`kernel_id`:`no uuid`}",
        "SCH-02|{`cinder_encryption_key_deletion_policy`:`sometimes`}",
      })
  @DisplayName("IMG-11 IMG-12 IMG-13 IMG-19 SCH-02: a value against the schema answers 400")
  void aValueAgainstTheSchemaAnswers400(String row, String json) {
    owner.create(json.replace('`', '"')).expect(400);
  }

  @Test
  @DisplayName("IMG-12 IMG-19: too long names and tags answer 400, the longest are taken")
  void tooLongNamesAnswer400() {
    owner.create(object("name", "n".repeat(255), "tags", List.of("t".repeat(255)))).expect(201);
    owner.create(object("name", "n".repeat(256))).expect(400);
    owner.create(object("tags", List.of("t".repeat(256)))).expect(400);
  }

  @Test
  @DisplayName("IMG-13: property names of 255 characters are taken")
  void longPropertyNamesAreTaken() {
    owner.create(object("k".repeat(255), "v")).expect(201);
  }

  @Test
  @DisplayName("IMG-13: property names and values longer than the column answer 400")
  @DiffersFromPeer("IMG-13: the peer answers 500 to a value of 70000 characters")
  void tooLongValuesAnswer400() {
    owner.create(object("k".repeat(256), "v")).expect(400);
    owner.create(object("k", "v".repeat(70_000))).expect(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "size",
        "virtual_size",
        "status",
        "checksum",
        "created_at",
        "updated_at",
        "direct_url",
        "self",
        "file",
        "schema",
        "stores"
      })
  @DisplayName("IMG-14 IMG-15: read-only attributes answer 403")
  void readOnlyAttributesAnswer403(String name) {
    Object value = name.endsWith("size") ? 1 : name.equals("status") ? "queued" : "x";
    owner
        .create(object(name, value))
        .expect(403)
        .containing("Attribute '" + name + "' is read-only.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"os_hash_algo", "os_hash_value"})
  @DisplayName("IMG-14: hashes can't be given")
  @DiffersFromPeer("IMG-14: the peer stores os_hash_* as extra properties")
  void hashesCannotBeGiven(String name) {
    owner.create(object(name, "x")).expect(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deleted", "deleted_at", "location", "os_glance_foo", "os_glance_"})
  @DisplayName("IMG-16: reserved attributes answer 403")
  void reservedAttributesAnswer403(String name) {
    owner.create(object(name, "x")).expect(403).containing("Attribute '" + name + "' is reserved.");
  }

  @Test
  @DisplayName("IMG-16: locations can't be given")
  void locationsCannotBeGiven() {
    owner.create("{\"locations\":[{\"url\":\"http://127.0.0.1/x\",\"metadata\":{}}]}").expect(403);
  }

  @Test
  @DisplayName("IMG-17: a member can't create for another project, an admin can")
  void aMemberCannotCreateForAnotherProject() {
    stranger()
        .create(object("owner", "somebody"))
        .expect(403)
        .containing("You are not permitted to create images owned by 'somebody'");
    JsonNode image = admin().create(object("owner", "somebody")).expect(201).json();
    assertThat(image.path("owner").asText()).isEqualTo("somebody");
    assertThat(admin().create("{\"owner\":null}").expect(201).json().path("owner").isNull())
        .isTrue();
  }

  @Test
  @DisplayName("IMG-18 POL-10: only admins create public images, members community ones")
  void onlyAdminsCreatePublicImages() {
    stranger().create(object("visibility", "public")).expect(403);
    stranger().create(object("visibility", "community")).expect(201);
    admin().create(object("visibility", "public")).expect(201);
  }

  @Test
  @DisplayName("IMG-19: duplicate tags are dropped")
  void duplicateTagsAreDropped() {
    JsonNode image = owner.create("{\"tags\":[\"a\",\"b\",\"a\"]}").expect(201).json();
    assertThat(Json.texts(image.path("tags"))).containsExactlyInAnyOrder("a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[1]", "[{\"name\":\"x\"}]", "null"})
  @DisplayName("IMG-21: an array or nothing instead of an object answers 400")
  void anArrayAnswers400(String body) {
    if (!body.equals("null")) {
      Differences.skipPeer("IMG-21: the peer answers 500 to an array");
    }
    owner.create(body).expect(400);
  }
}
