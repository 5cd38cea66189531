package io.glance.e2e;

import static io.glance.e2e.client.Json.object;
import static io.glance.e2e.client.Json.op;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Persona;
import io.glance.e2e.client.Reply;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The states of an image and the actions that lead from one to the other. */
class BlackBoxStateIT extends BlackBox {
  @Test
  @DisplayName("ST-01 ST-05 ST-06: queued, active, deactivated, active, deleted")
  void anImageGoesThroughItsStates() {
    String id = owner.image();
    assertThat(status(id)).isEqualTo("queued");
    owner.upload(id, data(10)).expect(204);
    assertThat(status(id)).isEqualTo("active");
    act(id, "deactivate");
    assertThat(status(id)).isEqualTo("deactivated");
    act(id, "reactivate");
    assertThat(status(id)).isEqualTo("active");
    act(id, "deactivate");
    owner.delete("/v2/images/" + id).expect(204);
  }

  @Test
  @DisplayName("ACT-01 ACT-02: the actions may be repeated")
  void theActionsMayBeRepeated() {
    String id = owner.active(data(10));
    act(id, "reactivate");
    act(id, "deactivate");
    act(id, "deactivate");
    assertThat(status(id)).isEqualTo("deactivated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"deactivate", "reactivate"})
  @DisplayName("ACT-01 ACT-02: another status answers 403, a body 400, no image 404")
  void theActionsNeedTheRightStatus(String action) {
    String id = owner.image();
    owner
        .act(id, action)
        .expect(403)
        .containing("Not allowed to " + action + " image in status 'queued'");
    owner.call("POST", "/v2/images/" + id + "/actions/" + action).json("{}").send().expect(400);
    owner.act("nope", action).expect(404);
  }

  @Test
  @DisplayName("ACT-03: foreign images answer 404 or 403, a reader 403")
  void theActionsNeedTheOwner() {
    String hidden = as(Persona.MEMBER).active(data(3), "visibility", "private");
    String seen = owner.active(data(3), "visibility", "community");
    for (String action : new String[] {"deactivate", "reactivate"}) {
      stranger().act(hidden, action).expect(404);
      stranger().act(seen, action).expect(403);
      as(Persona.READER).act(hidden, action).expect(403);
      admin().act(seen, action).expect(204);
    }
  }

  @Test
  @DisplayName("ACT-04 DOWN-08: data of a deactivated image is for admins only")
  void dataOfADeactivatedImageIsForAdmins() {
    String id = as(Persona.MEMBER).active(data(7));
    act(id, "deactivate");
    owner
        .download(id)
        .expect(403)
        .containing("The requested image has been deactivated. Image data download is forbidden.");
    assertThat(admin().download(id).expect(200).body()).hasSize(7);
  }

  @Test
  @DisplayName("ACT-05: a deactivated image hides where it lies from all but admins")
  void aDeactivatedImageHidesWhereItLies() {
    String id = as(Persona.MEMBER).active(data(7));
    act(id, "deactivate");
    assertThat(owner.show(id).path("locations")).isEmpty();
    assertThat(owner.show(id).has("direct_url")).isFalse();
    assertThat(admin().show(id).path("locations")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-,-", "raw,-", "-,bare"})
  @DisplayName("ST-10 UP-05: data needs both formats, the message names what is missing")
  void dataNeedsBothFormats(String disk, String container) {
    String id =
        owner.create(object("disk_format", disk, "container_format", container)).expect(201).id();
    Reply reply = owner.upload(id, data(3)).expect(400);
    if (disk == null && container == null) {
      reply.containing("disk_format", "container_format");
    } else {
      reply.containing(
          "Property "
              + (disk == null ? "disk" : "container")
              + "_format must be set prior to saving data.");
    }
    assertThat(status(id)).isEqualTo("queued");
  }

  @Test
  @DisplayName("ST-09 UP-06: data for an active, deactivated or deleted image is refused")
  void dataForAnotherStatusIsRefused() {
    byte[] first = data(10);
    String id = owner.active(first);
    owner.upload(id, data(10)).expect(409);
    act(id, "deactivate");
    owner.upload(id, data(10)).expect(409);
    act(id, "reactivate");
    assertThat(owner.download(id).body()).isEqualTo(first);
    owner.delete("/v2/images/" + id).expect(204);
    owner.upload(id, data(10)).expect(404);
  }

  @Test
  @DisplayName("ST-05: other attributes of an active and a deactivated image may change")
  void otherAttributesMayChange() {
    String id = owner.active(data(10));
    owner.patch(id, op("replace", "/name", "a")).expect(200);
    act(id, "deactivate");
    owner.patch(id, op("replace", "/name", "b")).expect(200);
    owner.put("/v2/images/" + id + "/tags/t").expect(204);
    assertThat(status(id)).isEqualTo("deactivated");
  }

  @Test
  @DisplayName("ACT-03: a member that an image is shared with can't deactivate it")
  void aMemberCannotDeactivate() {
    Actor member = as(Persona.MEMBER);
    String id = member.active(data(3));
    member
        .post("/v2/images/" + id + "/members", Map.of("member", stranger().projectText()))
        .expect(200);
    stranger().act(id, "deactivate").expect(403);
  }

  private void act(String id, String action) {
    owner.act(id, action).expect(204);
  }

  private String status(String id) {
    return owner.show(id).path("status").asText();
  }
}
