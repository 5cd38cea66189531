package io.glance.e2e;

import static io.glance.e2e.client.Json.op;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Persona;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.DiffersFromPeer;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlackBoxMembersIT extends BlackBox {
  private final Actor member = as(Persona.MEMBER);
  private final Actor other = stranger();

  @Test
  @DisplayName("MEM-01 MEM-06: a new member answers 200, pending, without Location")
  void aNewMemberIsPending() {
    String id = member.image();
    Reply reply = share(id, other.projectText()).expect(200);
    JsonNode json = reply.json();
    assertThat(Json.names(json))
        .containsExactlyInAnyOrder(
            "member_id", "image_id", "status", "created_at", "updated_at", "schema");
    assertThat(json.path("member_id").asText()).isEqualTo(other.project());
    assertThat(json.path("image_id").asText()).isEqualTo(id);
    assertThat(json.path("status").asText()).isEqualTo("pending");
    assertThat(json.path("schema").asText()).isEqualTo("/v2/schemas/member");
    assertThat(json.path("created_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}Z");
    assertThat(reply.header("Location")).isNull();
    assertThat(member.get(members(id) + "/" + other.project()).expect(200).json()).isEqualTo(json);
    member.get(members(id) + "/nobody").expect(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"member\":\"\"}", "{\"member\":null}", "[]"})
  @DisplayName("MEM-02: a missing, empty or wrong member answers 400")
  void aWrongMemberAnswers400(String json) {
    member.post(members(member.image()), json).expect(400);
  }

  @Test
  @DisplayName("MEM-02: a member that is no string, too long or beyond the basic plane answers 400")
  @DiffersFromPeer("MEM-02: the peer answers 500, and 200 to a number")
  void anImpossibleMemberAnswers400() {
    member.post(members(member.image()), "{\"member\":3}").expect(400);
    share(member.image(), "m".repeat(256)).expect(400);
    share(member.image(), "\uD83D\uDE00").expect(400);
  }

  @Test
  @DisplayName("MEM-02: the same member again answers 409, unknown projects are believed")
  void theSameMemberAgainAnswers409() {
    String id = member.image();
    share(id, "unheard-of").expect(200);
    share(id, "unheard-of").expect(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"private", "community", "public"})
  @DisplayName("MEM-03: only shared images have members, for admins too")
  void onlySharedImagesHaveMembers(String visibility) {
    String id = member.image();
    share(id, other.projectText()).expect(200);
    admin().patch(id, op("replace", "/visibility", visibility)).expect(200);
    String one = members(id) + "/" + other.project();
    for (Actor actor : new Actor[] {member, admin()}) {
      actor.post(members(id), Map.of("member", "x")).expect(403);
      actor.get(members(id)).expect(403).containing("Only shared images have members.");
      actor.get(one).expect(404);
      actor.delete(one).expect(403);
      actor.put(one, Map.of("status", "accepted")).expect(403);
    }
  }

  @Test
  @DisplayName("MEM-03: a former member of a now private image gets 404 everywhere")
  void aFormerMemberGets404() {
    String id = member.image();
    share(id, other.projectText()).expect(200);
    member.patch(id, op("replace", "/visibility", "private")).expect(200);
    String one = members(id) + "/" + other.project();
    other.get("/v2/images/" + id).expect(404);
    other.get(members(id)).expect(404);
    other.get(one).expect(404);
    other.put(one, Map.of("status", "accepted")).expect(404);
  }

  @Test
  @DisplayName("MEM-05: the owner sees all members, a member itself, a stranger nothing")
  void everybodySeesTheirMembers() {
    String id = member.image();
    share(id, other.projectText()).expect(200);
    share(id, "third").expect(200);
    for (Actor actor : new Actor[] {member, admin(), as(Persona.READER)}) {
      JsonNode all = actor.get(members(id)).expect(200).json();
      assertThat(all.path("schema").asText()).isEqualTo("/v2/schemas/members");
      assertThat(Json.texts(all.path("members"), "member_id"))
          .containsExactlyInAnyOrder(other.project(), "third");
    }
    JsonNode own = other.get(members(id)).expect(200).json();
    assertThat(Json.texts(own.path("members"), "member_id")).containsExactly(other.project());
    other.get(members(id) + "/third").expect(404);
    other.get(members(member.image())).expect(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"accepted", "rejected", "pending"})
  @DisplayName("MEM-07: the member answers the offer")
  void theMemberAnswers(String status) {
    String id = member.image();
    share(id, other.projectText()).expect(200);
    String one = members(id) + "/" + other.project();
    JsonNode json = other.put(one, Map.of("status", status)).expect(200).json();
    assertThat(json.path("status").asText()).isEqualTo(status);
    assertThat(member.get(one).json()).isEqualTo(json);
  }

  @Test
  @DisplayName("MEM-07: the owner can't answer, an admin can; bad answers get 400, unknown 404")
  void onlyTheMemberAnswers() {
    String id = member.image();
    share(id, other.projectText()).expect(200);
    String one = members(id) + "/" + other.project();
    member.put(one, Map.of("status", "accepted")).expect(403);
    as(Persona.READER).put(one, Map.of("status", "accepted")).expect(403);
    other.put(one, Map.of("status", "perhaps")).expect(400);
    other.put(one, Map.of("state", "accepted")).expect(400);
    other.put(one, "{}").expect(400);
    admin().put(members(id) + "/nobody", Map.of("status", "accepted")).expect(404);
    admin().put(one, Map.of("status", "accepted")).expect(200);
  }

  @Test
  @DisplayName("MEM-08 MEM-09: owner and admin take a member away, and may add it again")
  void theOwnerTakesAMemberAway() {
    String id = member.image();
    share(id, other.projectText()).expect(200);
    String one = members(id) + "/" + other.project();
    other.put(one, Map.of("status", "accepted")).expect(200);
    other.delete(one).expect(403);
    as(Persona.READER).delete(one).expect(403);
    member.delete(one).expect(204);
    member.delete(one).expect(404);
    other.get("/v2/images/" + id).expect(404);
    assertThat(share(id, other.projectText()).expect(200).json().path("status").asText())
        .isEqualTo("pending");
    admin().delete(one).expect(204);
    share(id, other.projectText()).expect(200);
  }

  @Test
  @DisplayName("MEM-10: one can't share what belongs to others")
  void foreignImagesCannotBeShared() {
    String seen = member.image();
    share(seen, other.projectText()).expect(200);
    other.post(members(seen), Map.of("member", "x")).expect(403);
    other.post(members(member.image()), Map.of("member", "x")).expect(404);
    as(Persona.READER).post(members(seen), Map.of("member", "x")).expect(403);
  }

  @Test
  @DisplayName("MEM-11 PATCH-13: members are in force again when the image is shared again")
  void membersAreInForceAgain() {
    String id = member.image();
    share(id, other.projectText()).expect(200);
    member.patch(id, op("replace", "/visibility", "private")).expect(200);
    other.get("/v2/images/" + id).expect(404);
    member.patch(id, op("replace", "/visibility", "shared")).expect(200);
    other.get("/v2/images/" + id).expect(200);
  }

  @Test
  @DisplayName("MEM-12: a deleted image has no members")
  void aDeletedImageHasNoMembers() {
    String id = member.image();
    share(id, other.projectText()).expect(200);
    member.delete("/v2/images/" + id).expect(204);
    member.get(members(id)).expect(404);
    other.get(members(id) + "/" + other.project()).expect(404);
  }

  private Reply share(String id, String with) {
    return member.post(members(id), Map.of("member", with));
  }

  private static String members(String id) {
    return "/v2/images/" + id + "/members";
  }
}
