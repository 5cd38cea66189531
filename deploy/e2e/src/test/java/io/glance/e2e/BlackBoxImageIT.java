package io.glance.e2e;

import static io.glance.e2e.client.Json.op;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Persona;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlackBoxImageIT extends BlackBox {
  @ParameterizedTest
  @ValueSource(
      strings = {"nope", "00000000-0000-4000-8000-000000000000", "%20", "a.b", "0", "%C3%A9"})
  @DisplayName("IMG-23: an unknown or malformed id answers 404")
  void anUnknownIdAnswers404(String id) {
    owner.get("/v2/images/" + id).expect(404).containing("No image found with ID ");
  }

  @Test
  @DisplayName("IMG-23: a very long id answers 404")
  void aVeryLongIdAnswers404() {
    owner.get("/v2/images/" + "a".repeat(3000)).expect(404);
  }

  @Test
  @DisplayName("IMG-23: what one may not see answers 404")
  void whatOneMayNotSeeAnswers404() {
    for (String visibility : new String[] {"private", "shared"}) {
      String id = as(Persona.MEMBER).image("visibility", visibility);
      stranger().get("/v2/images/" + id).expect(404).containing("No image found with ID " + id);
    }
  }

  @Test
  @DisplayName("IMG-23: a deleted image answers 404, to admins too")
  void aDeletedImageAnswers404() {
    String id = owner.active(data(10));
    owner.delete("/v2/images/" + id).expect(204);
    owner.get("/v2/images/" + id).expect(404);
    admin().get("/v2/images/" + id).expect(404);
    owner.download(id).expect(404);
    owner.delete("/v2/images/" + id).expect(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pending", "accepted", "rejected"})
  @DisplayName("IMG-24: a member sees a shared image whatever its answer was")
  void aMemberSeesASharedImage(String status) {
    String id = as(Persona.MEMBER).image();
    String members = "/v2/images/" + id + "/members";
    owner.post(members, Map.of("member", stranger().projectText())).expect(200);
    stranger().put(members + "/" + stranger().project(), Map.of("status", status)).expect(200);
    stranger().get("/v2/images/" + id).expect(200);
  }

  @Test
  @DisplayName("IMG-25: a community or public image is seen by its id")
  void aCommunityImageIsSeenByItsId() {
    String community = as(Persona.MEMBER).image("visibility", "community");
    String open = admin().image("visibility", "public");
    stranger().get("/v2/images/" + community).expect(200);
    stranger().get("/v2/images/" + open).expect(200);
  }

  @Test
  @DisplayName("IMG-03 IMG-04 IMG-05: an active image shows its location, url and store")
  void anActiveImageShowsItsLocation() {
    JsonNode image = owner.show(owner.active(data(10)));
    JsonNode location = image.at("/locations/0");
    assertThat(Json.names(location)).containsExactly("url", "metadata");
    assertThat(location.path("url").asText())
        .startsWith("file:///")
        .endsWith("/" + image.path("id").asText())
        .isEqualTo(image.path("direct_url").asText());
    assertThat(location.at("/metadata/store").asText()).isEqualTo(image.path("stores").asText());
    assertThat(Json.names(image))
        .containsSubsequence("updated_at", "locations", "direct_url", "tags", "schema", "stores");
  }

  @Test
  @DisplayName("IMG-26: deleting answers 204 and frees nothing but the image")
  void deletingAnswers204() {
    String id = owner.active(data(10), "os_distro", "x");
    owner.put("/v2/images/" + id + "/tags/t").expect(204);
    owner.delete("/v2/images/" + id).expect(204);
    owner
        .delete("/v2/images/" + id)
        .expect(404)
        .containing("Failed to find image " + id + " to delete");
    owner.get("/v2/images/" + id + "/members").expect(404);
    owner.put("/v2/images/" + id + "/tags/t").expect(404);
  }

  @Test
  @DisplayName("IMG-26: a protected image can't be deleted until it is unprotected")
  void aProtectedImageCannotBeDeleted() {
    String id = owner.image("protected", true);
    owner
        .delete("/v2/images/" + id)
        .expect(403)
        .containing(id + " is protected and cannot be deleted.");
    owner.patch(id, op("replace", "/protected", false)).expect(200);
    owner.delete("/v2/images/" + id).expect(204);
  }

  @Test
  @DisplayName("IMG-26: what one sees but doesn't own answers 403, what one doesn't see 404")
  void whatOneDoesNotOwnCannotBeDeleted() {
    String seen = as(Persona.MEMBER).image("visibility", "community");
    String unseen = owner.image();
    stranger().delete("/v2/images/" + seen).expect(403);
    stranger().delete("/v2/images/" + unseen).expect(404);
    owner.get("/v2/images/" + seen).expect(200);
  }

  @Test
  @DisplayName("IMG-33: an admin sees and deletes every project's images")
  void anAdminSeesEverything() {
    String id = as(Persona.MEMBER).image("visibility", "private");
    assertThat(admin().show(id).path("owner").asText()).isEqualTo(owner.project());
    admin().delete("/v2/images/" + id).expect(204);
  }
}
