package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Litter;
import io.glance.e2e.client.Persona;
import io.glance.e2e.target.DiffersFromPeer;
import io.glance.e2e.target.Profile;
import io.glance.e2e.target.Target;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees what in a list: three projects, every visibility, and sharing with every answer. */
class BlackBoxVisibilityIT extends BlackBox {
  private static final String RUN = unique("run");
  private static final Litter SHARED = new Litter();

  private final Actor member = as(Persona.MEMBER);
  private final Actor other = stranger();
  private final Actor admin = admin();

  @BeforeAll
  static void makeThreeProjects() {
    Target target = Target.of(Profile.MAIN);
    Actor admin = target.as(Persona.ADMIN, SHARED);
    Actor member = target.as(Persona.MEMBER, SHARED);
    Actor other = target.as(Persona.OTHER, SHARED);
    admin.image(
        "name", "a-public", "visibility", "public", "owner", member.project(), "e2e_run", RUN);
    for (String visibility : new String[] {"private", "community"}) {
      member.image("name", "a-" + visibility, "visibility", visibility, "e2e_run", RUN);
      other.image("name", "b-" + visibility, "visibility", visibility, "e2e_run", RUN);
    }
    other.image("name", "b-shared", "e2e_run", RUN);
    for (String answer : new String[] {"accepted", "pending", "rejected"}) {
      String members = "/v2/images/" + member.image("name", "shared-" + answer, "e2e_run", RUN);
      members += "/members";
      member.post(members, Map.of("member", other.projectText())).expect(200);
      other.put(members + "/" + other.project(), Map.of("status", answer)).expect(200);
    }
  }

  @AfterAll
  static void removeThem() {
    SHARED.sweep();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LIST-10|OTHER||a-public b-private b-shared b-community shared-accepted",
        "LIST-09|OTHER|&visibility=public|a-public",
        "LIST-09|OTHER|&visibility=private|b-private",
        "LIST-09|OTHER|&visibility=shared|b-shared shared-accepted",
        "LIST-09|OTHER|&visibility=community|a-community b-community",
        "LIST-09|OTHER|&visibility=all|a-public a-community b-private b-shared b-community"
            + " shared-accepted",
        "LIST-12|OTHER|&visibility=shared&member_status=pending|b-shared shared-pending",
        "LIST-12|OTHER|&visibility=shared&member_status=rejected|b-shared shared-rejected",
        "LIST-12|OTHER|&visibility=shared&member_status=all|b-shared shared-accepted"
            + " shared-pending shared-rejected",
        "LIST-12|OTHER|&member_status=pending|a-public b-private b-shared b-community"
            + " shared-pending",
        "LIST-13|OTHER|&visibility=shared&owner=A|shared-accepted",
        "LIST-13|OTHER|&owner=A|a-public shared-accepted",
        "LIST-13|OTHER|&owner=B|b-private b-shared b-community",
        "LIST-10|MEMBER||a-public a-private a-community shared-accepted shared-pending"
            + " shared-rejected",
        "LIST-10|READER|&visibility=private|a-private",
        "LIST-11|ADMIN||a-public a-private b-private b-shared shared-accepted shared-pending"
            + " shared-rejected",
        "LIST-11|ADMIN|&visibility=community|a-community b-community",
        "LIST-11|ADMIN|&visibility=private|a-private b-private",
        "LIST-11|ADMIN|&owner=B|b-private b-shared",
      })
  @DisplayName("LIST-09 … LIST-13: who sees which images")
  void whoSeesWhichImages(String row, Persona persona, String filter, String names) {
    String query =
        (filter == null ? "" : filter)
            .replace("owner=A", "owner=" + member.project())
            .replace("owner=B", "owner=" + other.project());
    JsonNode list = as(persona).get("/v2/images?e2e_run=" + RUN + query).expect(200).json();
    assertThat(Json.texts(list.path("images"), "name"))
        .as(row)
        .containsExactlyInAnyOrder(names.split(" "));
  }

  @Test
  @DisplayName("LIST-18: hidden images are left out for owner and admin, and found by os_hidden")
  void hiddenImagesAreLeftOut() {
    String run = unique("run");
    String id = member.image("e2e_run", run, "os_hidden", true);
    for (Actor actor : new Actor[] {member, admin}) {
      JsonNode shown = actor.get("/v2/images?e2e_run=" + run).json();
      JsonNode hidden = actor.get("/v2/images?os_hidden=true&e2e_run=" + run).json();
      assertThat(shown.path("images")).isEmpty();
      assertThat(Json.texts(hidden.path("images"), "id")).containsExactly(id);
    }
  }

  @Test
  @DisplayName("LIST-04: an image that one may not see is no marker")
  @DiffersFromPeer("LIST-04: Zed answers 403")
  void anInvisibleMarkerAnswers400() {
    String id = member.image("visibility", "private");
    other.get("/v2/images?marker=" + id).expect(400);
    member.get("/v2/images?marker=" + id).expect(200);
  }
}
