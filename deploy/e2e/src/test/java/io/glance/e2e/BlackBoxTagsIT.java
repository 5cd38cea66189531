package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.e2e.client.Json;
import io.glance.e2e.client.Persona;
import io.glance.e2e.target.DiffersFromPeer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BlackBoxTagsIT extends BlackBox {
  @Test
  @DisplayName("TAG-01: a tag is put once or twice with 204")
  void aTagIsPut() {
    String id = owner.image();
    owner.put(tag(id, "a%20b")).expect(204);
    owner.put(tag(id, "a%20b")).expect(204);
    assertThat(tags(id)).containsExactly("a b");
  }

  @Test
  @DisplayName("TAG-01: a tag of 256 characters answers 400, one of 255 is taken")
  void aLongTagAnswers400() {
    String id = owner.image();
    owner.put(tag(id, "t".repeat(256))).expect(400);
    owner.put(tag(id, "t".repeat(255))).expect(204);
  }

  @Test
  @DisplayName("TAG-01 TAG-02: invisible 404, not the owner 403, no image 404")
  void tagsNeedTheOwner() {
    String hidden = as(Persona.MEMBER).image("visibility", "private", "tags", List.of("t"));
    String seen = owner.image("visibility", "community", "tags", List.of("t"));
    for (String method : new String[] {"PUT", "DELETE"}) {
      stranger().call(method, tag(hidden, "t")).send().expect(404);
      stranger().call(method, tag(seen, "t")).send().expect(403);
      as(Persona.READER).call(method, tag(hidden, "t")).send().expect(403);
      owner.call(method, tag("nope", "t")).send().expect(404);
    }
    assertThat(tags(seen)).containsExactly("t");
  }

  @Test
  @DisplayName("TAG-02: deleting a tag answers 204, then 404")
  void aTagIsDeletedOnce() {
    String id = owner.image("tags", List.of("a", "b"));
    owner.delete(tag(id, "a")).expect(204);
    owner.delete(tag(id, "a")).expect(404);
    assertThat(tags(id)).containsExactly("b");
    owner.put(tag(id, "a")).expect(204);
    assertThat(tags(id)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  @DisplayName("TAG-03: tags that differ in case are different")
  void tagsThatDifferInCaseAreDifferent() {
    String id = owner.image("tags", List.of("Red", "red"));
    owner.put(tag(id, "RED")).expect(204);
    assertThat(tags(id)).containsExactlyInAnyOrder("Red", "red", "RED");
  }

  @Test
  @DisplayName("TAG-03: of tags that differ in case the named one is deleted")
  @DiffersFromPeer("TAG-03: the peer answers 500")
  void ofTagsThatDifferInCaseTheNamedOneIsDeleted() {
    String id = owner.image("tags", List.of("Red", "red", "RED"));
    owner.delete(tag(id, "red")).expect(204);
    owner.delete(tag(id, "reD")).expect(404);
    assertThat(tags(id)).containsExactlyInAnyOrder("Red", "RED");
  }

  private List<String> tags(String id) {
    return Json.texts(owner.show(id).path("tags"));
  }

  private static String tag(String id, String tag) {
    return "/v2/images/" + id + "/tags/" + tag;
  }
}
