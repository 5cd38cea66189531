package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Persona;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlackBoxSchemasIT extends BlackBox {
  private static final String UUID_PATTERN =
      "^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$";

  private JsonNode schema(String name) {
    return owner.get("/v2/schemas/" + name).expect(200).json();
  }

  @Test
  @DisplayName("SCH-01 SCH-02: the image's properties in their order")
  void theImagesProperties() {
    JsonNode schema = schema("image");
    assertThat(Json.names(schema))
        .containsExactly("name", "properties", "additionalProperties", "links");
    assertThat(Json.names(schema.path("properties")))
        .containsSubsequence(
            "id",
            "name",
            "status",
            "visibility",
            "protected",
            "os_hidden",
            "checksum",
            "os_hash_algo",
            "os_hash_value",
            "owner",
            "size",
            "virtual_size",
            "container_format",
            "disk_format",
            "created_at",
            "updated_at",
            "tags",
            "direct_url",
            "min_ram",
            "min_disk",
            "self",
            "file",
            "stores",
            "schema",
            "locations")
        .contains(
            "kernel_id",
            "ramdisk_id",
            "instance_uuid",
            "architecture",
            "os_distro",
            "os_version",
            "description",
            "cinder_encryption_key_id",
            "cinder_encryption_key_deletion_policy")
        .hasSize(34);
    assertThat(schema.at("/additionalProperties/type").asText()).isEqualTo("string");
    assertThat(Json.texts(schema.path("links"), "rel"))
        .containsExactly("self", "enclosure", "describedby");
    assertThat(Json.texts(schema.path("links"), "href"))
        .containsExactly("{self}", "{file}", "{schema}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = (char) 1,
      value = {
        "/id/type|'string'",
        "/id/pattern|'" + UUID_PATTERN + "'",
        "/name/type|['null','string']",
        "/name/maxLength|255",
        "/status/type|'string'",
        "/status/readOnly|true",
        "/status/enum|['queued','saving','active','killed','deleted','uploading','importing',"
            + "'pending_delete','deactivated']",
        "/visibility/enum|['community','public','private','shared']",
        "/protected/type|'boolean'",
        "/os_hidden/type|'boolean'",
        "/checksum/type|['null','string']",
        "/checksum/maxLength|32",
        "/checksum/readOnly|true",
        "/os_hash_algo/maxLength|64",
        "/os_hash_value/maxLength|128",
        "/owner/type|['null','string']",
        "/owner/maxLength|255",
        "/size/type|['null','integer']",
        "/size/readOnly|true",
        "/virtual_size/readOnly|true",
        "/container_format/type|['null','string']",
        "/disk_format/enum/0|null",
        "/container_format/enum/0|null",
        "/created_at/type|'string'",
        "/created_at/readOnly|true",
        "/tags/type|'array'",
        "/tags/items|{'type':'string','maxLength':255}",
        "/direct_url/readOnly|true",
        "/min_ram/type|'integer'",
        "/min_disk/type|'integer'",
        "/self/readOnly|true",
        "/stores/readOnly|true",
        "/locations/type|'array'",
        "/locations/items/required|['url','metadata']",
        "/locations/items/properties/url|{'type':'string','maxLength':255}",
        "/locations/items/properties/metadata|{'type':'object'}",
        "/kernel_id/type|['null','string']",
        "/kernel_id/is_base|false",
        "/os_distro/is_base|false",
        "/cinder_encryption_key_deletion_policy/enum|['on_image_deletion','do_not_delete']",
      })
  @DisplayName("SCH-01 SCH-02 SCH-16: what the image's schema says of each property")
  void theImagesSchema(String pointer, String json) {
    assertThat(schema("image").path("properties").at(pointer))
        .isEqualTo(Json.read(json.replace('\'', '"')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"disk_format", "container_format"})
  @DisplayName("SCH-16: every format of the schema can be given to an image")
  void everyFormatCanBeGiven(String name) {
    List<String> formats = Json.texts(schema("image").at("/properties/" + name + "/enum"));
    assertThat(formats).contains(name.equals("disk_format") ? "qcow2" : "bare");
    for (String format : formats.subList(1, formats.size())) {
      assertThat(owner.show(owner.image(name, format)).path(name).asText()).isEqualTo(format);
    }
  }

  @Test
  @DisplayName("SCH-03: images are a page of images")
  void imagesAreAPage() {
    JsonNode schema = schema("images");
    assertThat(schema.path("name").asText()).isEqualTo("images");
    assertThat(Json.names(schema.path("properties")))
        .containsExactlyInAnyOrder("images", "first", "next", "schema");
    assertThat(schema.at("/properties/images/items")).isEqualTo(schema("image"));
    assertThat(Json.texts(schema.path("links"), "rel"))
        .containsExactly("first", "next", "describedby");
    assertThat(Json.texts(schema.path("links"), "href"))
        .containsExactly("{first}", "{next}", "{schema}");
  }

  @Test
  @DisplayName("SCH-04 SCH-05: a member and the members")
  void aMemberAndTheMembers() {
    JsonNode member = schema("member");
    assertThat(member.path("name").asText()).isEqualTo("member");
    assertThat(Json.names(member.path("properties")))
        .containsExactlyInAnyOrder(
            "member_id", "image_id", "created_at", "updated_at", "status", "schema");
    assertThat(Json.texts(member.at("/properties/status/enum")))
        .containsExactly("pending", "accepted", "rejected");
    assertThat(member.at("/properties/schema/readOnly").asBoolean()).isTrue();
    JsonNode members = schema("members");
    assertThat(Json.names(members.path("properties")))
        .containsExactlyInAnyOrder("members", "schema");
    assertThat(members.at("/properties/members/items")).isEqualTo(member);
    assertThat(Json.texts(members.path("links"), "rel")).containsExactly("describedby");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "images", "member", "members"})
  @DisplayName("SCH-01 … SCH-05: readers get the schemas, too")
  void readersGetTheSchemas(String name) {
    as(Persona.READER).get("/v2/schemas/" + name).expect(200);
  }
}
