package io.glance.e2e;

import static io.glance.e2e.client.Json.object;
import static io.glance.e2e.client.Json.op;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Persona;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.Auth;
import io.glance.e2e.target.DiffersFromPeer;
import io.glance.e2e.target.Profile;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Glance of one file store by the old options, reached by a public name, open to anonymous. */
class BlackBoxSingleStoreIT extends BlackBox {
  private static final String PUBLIC = "http://images.example:9292";

  BlackBoxSingleStoreIT() {
    super(Profile.SINGLE);
  }

  @Test
  @DisplayName("VER-05 VER-07: the versions of one store lack 2.8 and 2.10 to 2.13")
  void theVersionsOfOneStore() {
    JsonNode versions = owner.get("/versions").expect(200).json().path("versions");
    assertThat(Json.texts(versions, "id"))
        .contains("v2.15", "v2.9", "v2.7", "v2.0")
        .doesNotContain("v2.8", "v2.10", "v2.11", "v2.12", "v2.13");
    assertThat(Json.texts(versions, "status")).containsOnlyOnce("CURRENT");
  }

  @Test
  @DisplayName("VER-07: one store without cache: the exact order")
  @DiffersFromPeer("VER-07: Zed ends at v2.15")
  void oneStoreWithoutCache() {
    assertThat(Json.texts(owner.get("/versions").json().path("versions"), "id"))
        .containsExactly(
            "v2.15", "v2.9", "v2.17", "v2.7", "v2.6", "v2.5", "v2.4", "v2.3", "v2.2", "v2.1",
            "v2.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v2.8/images", "/v2.10/images", "/v2.13/images"})
  @DisplayName("VER-08 VER-09: minors of several stores answer 300")
  void minorsOfSeveralStoresAnswer300(String path) {
    owner.get(path).expect(300);
  }

  @Test
  @DisplayName("VER-03: public_endpoint is in the versions' links")
  void thePublicEndpointIsInTheVersionsLinks() {
    JsonNode versions = owner.get("/versions").json().path("versions");
    assertThat(versions.at("/0/links/0/href").asText()).isEqualTo(PUBLIC + "/v2/");
  }

  @Test
  @DisplayName("ERR-09: public_endpoint is in Location")
  @DiffersFromPeer("ERR-09: Zed's Location has the request's host")
  void thePublicEndpointIsInLocation() {
    Reply created = owner.create(object("name", unique("e2e"))).expect(201);
    assertThat(created.header("Location")).isEqualTo(PUBLIC + "/v2/images/" + created.id());
  }

  @Test
  @DisplayName("STORE-01: there are no stores to tell of")
  void thereAreNoStores() {
    owner
        .get("/v2/info/stores")
        .expect(404)
        .containing("Multi backend is not supported at this site.");
  }

  @Test
  @DisplayName("IMG-10 IMP-25: no headers of stores, and none of import methods where none is on")
  void noHeadersOfStores() {
    Reply created = owner.create(object("name", unique("e2e"))).expect(201);
    assertThat(created.header("OpenStack-image-store-ids")).isNull();
    assertThat(created.header("OpenStack-image-import-methods")).isNull();
    assertThat(owner.get("/v2/info/import").json().at("/import-methods/value")).isEmpty();
  }

  @Test
  @DisplayName("IMG-03 IMG-04 IMG-05: no locations, direct_url and stores are shown")
  void noLocationsAreShown() {
    JsonNode image = owner.show(owner.active(data(10)));
    assertThat(Json.names(image)).doesNotContain("locations", "direct_url", "stores");
  }

  @Test
  @DisplayName("UP-07: the store header is ignored")
  void theStoreHeaderIsIgnored() {
    byte[] data = data(10);
    String id = owner.image();
    owner
        .call("PUT", Actor.file(id))
        .header("X-Image-Meta-Store", "attic")
        .bytes(data)
        .send()
        .expect(204);
    assertThat(owner.download(id).body()).isEqualTo(data);
  }

  @Test
  @DisplayName("DOWN-11: ?prefer= answers 400")
  @DiffersFromPeer("DOWN-11: Zed doesn't know ?prefer=")
  void preferringAStoreAnswers400() {
    owner.get(Actor.file(owner.active(data(3))) + "?prefer=file").expect(400);
  }

  @Test
  @DisplayName("LOC-01: locations can't be patched where they aren't shown")
  void locationsCannotBePatched() {
    Object location = object("url", "http://127.0.0.1/x", "metadata", object());
    owner.patch(owner.image(), op("add", "/locations/-", location)).expect(403);
  }

  @Test
  @DisplayName("AUTH-03: without identity one is known as nobody and may not write")
  void withoutIdentityOneMayNotWrite() {
    assumeFalse(target.auth() == Auth.NONE, "everybody is admin here");
    String open = admin().image("visibility", "public");
    String hidden = owner.image();
    Actor nobody = as(Persona.NOBODY);
    nobody.get("/v2/images").expect(200, 403);
    nobody.get("/v2/images/" + hidden).expect(404);
    nobody.create(object("name", "x")).expect(403);
    for (Reply reply :
        List.of(
            nobody.delete("/v2/images/" + open),
            nobody.patch(open, op("add", "/x", "y")),
            nobody.upload(open, data(3)),
            nobody.put("/v2/images/" + open + "/tags/t"),
            nobody.act(open, "deactivate"))) {
      reply.expect(403, 404);
    }
    assertThat(admin().show(open).path("status").asText()).isEqualTo("queued");
  }
}
