package io.glance.e2e;

import static io.glance.e2e.client.Json.object;
import static io.glance.e2e.client.Json.op;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Persona;
import io.glance.e2e.client.Reply;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows POL-24 and its kin: every operation by every role, on one's own and on others' images. */
class BlackBoxPersonasIT extends BlackBox {
  /** What one can do to an image. */
  enum Operation {
    LIST((actor, id) -> actor.get("/v2/images?limit=1"), 200),
    SHOW((actor, id) -> actor.get("/v2/images/" + id), 200),
    CREATE((actor, id) -> actor.create(object("name", "e2e")), 201),
    RENAME((actor, id) -> actor.patch(id, op("replace", "/name", "x")), 200),
    ADD_PROPERTY((actor, id) -> actor.patch(id, op("add", "/x", "y")), 200),
    COMMUNITIZE((actor, id) -> actor.patch(id, op("replace", "/visibility", "community")), 200),
    UPLOAD((actor, id) -> actor.upload(id, data(3)), 204),
    DOWNLOAD((actor, id) -> actor.download(id), 204),
    TAG((actor, id) -> actor.put("/v2/images/" + id + "/tags/t"), 204),
    SHARE((actor, id) -> actor.post(members(id), Map.of("member", "p")), 200),
    MEMBERS((actor, id) -> actor.get(members(id)), 200),
    DELETE((actor, id) -> actor.delete("/v2/images/" + id), 204);

    private final BiFunction<Actor, String, Reply> action;
    private final int success;

    Operation(BiFunction<Actor, String, Reply> action, int success) {
      this.action = action;
      this.success = success;
    }

    Reply by(Actor actor, String id) {
      return action.apply(actor, id);
    }

    boolean reads() {
      return this == LIST || this == SHOW || this == MEMBERS;
    }
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  @DisplayName("POL-24 POL-04 POL-08: a member may do all to what is its project's")
  void aMemberMayDoAll(Operation operation) {
    Actor member = as(Persona.MEMBER);
    operation.by(member, member.image()).expect(operation.success);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  @DisplayName("POL-24: an admin may do all to what is anybody's")
  void anAdminMayDoAll(Operation operation) {
    operation.by(admin(), as(Persona.MEMBER).image()).expect(operation.success);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  @DisplayName("POL-24 POL-05 POL-06 POL-11: a reader may read what is its project's, no more")
  void aReaderMayRead(Operation operation) {
    String id = as(Persona.MEMBER).image();
    operation.by(as(Persona.READER), id).expect(operation.reads() ? operation.success : 403);
    assertThat(owner.show(id).path("status").asText()).isEqualTo("queued");
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  @DisplayName("POL-06 POL-24: to a stranger a shared image isn't there")
  void toAStrangerASharedImageIsNotThere(Operation operation) {
    String id = as(Persona.MEMBER).image();
    boolean own = operation == Operation.LIST || operation == Operation.CREATE;
    operation.by(stranger(), id).expect(own ? operation.success : 404);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  @DisplayName("POL-06 POL-07 POL-08: a stranger may see and download a community image, no more")
  void aStrangerMaySeeACommunityImage(Operation operation) {
    String id = as(Persona.MEMBER).image("visibility", "community");
    int expected =
        switch (operation) {
          case LIST, SHOW, CREATE, DOWNLOAD -> operation.success;
          default -> 403;
        };
    operation.by(stranger(), id).expect(expected);
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  @DisplayName("POL-06 POL-12 MEM-05: whom an image is shared with may see and download it")
  void whomAnImageIsSharedWithMaySeeIt(Operation operation) {
    Actor member = as(Persona.MEMBER);
    String id = member.image();
    member.post(members(id), Map.of("member", stranger().projectText())).expect(200);
    int expected =
        switch (operation) {
          case LIST, SHOW, CREATE, DOWNLOAD, MEMBERS -> operation.success;
          default -> 403;
        };
    operation.by(stranger(), id).expect(expected);
  }

  @ParameterizedTest
  @CsvSource({"MEMBER,403", "READER,403", "ADMIN,200"})
  @DisplayName("POL-10 PATCH-13: publicizing is for admins")
  void publicizingIsForAdmins(Persona persona, int status) {
    String id = as(Persona.MEMBER).image();
    as(persona).patch(id, op("replace", "/visibility", "public")).expect(status);
  }

  private static String members(String id) {
    return "/v2/images/" + id + "/members";
  }
}
