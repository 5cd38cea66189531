package io.glance.api.v2.image;

import static io.glance.api.testing.Api.as;
import static io.glance.api.testing.Api.get;
import static io.glance.api.testing.Api.golden;
import static io.glance.api.testing.Api.post;
import static io.glance.api.testing.Api.put;
import static io.glance.api.testing.Api.text;
import static io.glance.api.testing.TestCallers.ADMIN;
import static io.glance.api.testing.TestCallers.ANONYMOUS;
import static io.glance.api.testing.TestCallers.MEMBER;
import static io.glance.api.testing.TestCallers.OTHER;
import static io.glance.api.testing.TestCallers.OTHER_READER;
import static io.glance.api.testing.TestCallers.READER;
import static io.glance.api.testing.TestCallers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.api.testing.ImageApiProfile;
import io.glance.api.testing.TestImage;
import io.glance.model.image.MemberStatus;
import io.glance.model.image.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ImageApiProfile.class)
class ImageMembersResourceTest extends ImageApiTestBase {
  private static final String MEMBERS = PATH + "/members";
  private static final String P2 = "{\"member\": \"p2\"}";

  private void shared() {
    registry.put(new TestImage(ID).build());
  }

  // MEM-01, MEM-02, MEM-05, MEM-06
  @Test
  void sharesOnceAndShowsIt() {
    shared();

    Response added = post(MEMBER, MEMBERS, P2);

    assertThat(text(added)).isEqualTo(golden("member.json"));
    assertThat(added.statusCode()).isEqualTo(200);
    assertThat(added.headers().hasHeaderWithName("Location")).isFalse();
    assertRefused(post(MEMBER, MEMBERS, P2), 409, "Member p2 is duplicated for image " + ID);
    assertThat(text(get(MEMBER, MEMBERS))).isEqualTo(golden("members.json"));
    assertThat(text(get(READER, MEMBERS + "/p2"))).isEqualTo(golden("member.json"));
  }

  // MEM-02, ERR-11
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                    | Member to be added not specified",
        "{\"member\": \"\"}    | Member can't be empty",
        "{\"member\": 3}       | Expected a member in the form: {\"member\": \"image_id\"}",
        "{\"member\": null}    | Expected a member in the form",
        "[]                    | Expected a member in the form",
        "[\"member\"]          | Expected a member in the form",
        "{\"member\": \"😀\"}  | 4 byte unicode",
        "{\"member\": \"..\"}  | not the id of a project",
        "{\"member\": \".\"}   | not the id of a project"
      })
  void refusesBodiesThatNameNoProject(String body, String message) {
    shared();

    assertRefused(post(MEMBER, MEMBERS, body), 400, message);
    assertStatus(post(MEMBER, MEMBERS, "{\"member\": \"" + "x".repeat(256) + "\"}"), 400);
    assertStatus(post(MEMBER, MEMBERS, ""), 400);
  }

  // MEM-03
  @ParameterizedTest
  @ValueSource(strings = {MEMBER, ADMIN})
  void onlySharedImagesHaveMembers(String persona) {
    registry.put(new TestImage(ID).visibility(Visibility.PRIVATE).build());
    registry.share(ID, "p2", MemberStatus.ACCEPTED);
    String path = MEMBERS + "/p2";

    assertRefused(
        post(persona, MEMBERS, P2), 403, "Not allowed to create members for image " + ID + ".");
    assertRefused(
        get(persona, MEMBERS),
        403,
        "Not allowed to list members for image " + ID + ": Only shared images have members.");
    assertRefused(get(persona, path), 404, "Only shared images have members.");
    assertRefused(
        put(persona, path, "{\"status\": \"accepted\"}"),
        403,
        "Not allowed to update members for image " + ID + ".");
    assertRefused(
        as(persona).delete(path), 403, "Not allowed to delete members for image " + ID + ".");
    assertRefused(get(OTHER, MEMBERS), 404, "Image " + ID + " not found.");
  }

  // MEM-04, QUO-01, QUO-07
  @Test
  void holdsToTheQuota() {
    settings.set("image_member_quota", "1");
    shared();

    assertStatus(post(MEMBER, MEMBERS, P2), 200);
    assertRefused(
        post(MEMBER, MEMBERS, "{\"member\": \"p3\"}"),
        413,
        "Image member limit exceeded for image " + ID + ": The limit has been exceeded");
    settings.set("image_member_quota", "-1");
    assertStatus(post(MEMBER, MEMBERS, "{\"member\": \"p3\"}"), 200);
  }

  // MEM-05, MEM-06, POL-11
  @Test
  void aMemberSeesItsOwnRowOnly() {
    shared();
    registry.share(ID, "p2", MemberStatus.PENDING);
    registry.share(ID, "p9", MemberStatus.PENDING);

    assertThat(get(MEMBER, MEMBERS).<List<String>>path("members.member_id"))
        .containsExactly("p2", "p9");
    assertThat(get(ADMIN, MEMBERS).<List<String>>path("members.member_id"))
        .containsExactly("p2", "p9");
    assertThat(get(OTHER_READER, MEMBERS).<List<String>>path("members.member_id"))
        .containsExactly("p2");
    assertStatus(get(OTHER, MEMBERS + "/p2"), 200);
    assertRefused(
        get(OTHER, MEMBERS + "/p9"), 404, "p9 not found in the member list of the image " + ID);
    assertRefused(get(STRANGER, MEMBERS), 404, "Image " + ID + " not found.");
    assertRefused(get(STRANGER, MEMBERS + "/p2"), 404, "Image " + ID + " not found.");
  }

  // MEM-07, POL-12
  @ParameterizedTest
  @CsvSource({
    "'p2:member,reader', accepted, 200",
    "'p2:member,reader', rejected, 200",
    "'p2:member,reader', pending, 200",
    "pa:admin, accepted, 200",
    "'p1:member,reader', accepted, 403",
    "p2:reader, accepted, 403",
    "'p9:member,reader', accepted, 404",
    "'p3:member,reader', accepted, 404",
    "'p2:member,reader', nonsense, 400",
    "'p1:member,reader', nonsense, 403",
    "anonymous, accepted, 403"
  })
  void onlyTheMemberAnswers(String persona, String status, int answer) {
    shared();
    registry.share(ID, "p2", MemberStatus.PENDING);
    registry.share(ID, "p9", MemberStatus.PENDING);

    Response response = put(persona, MEMBERS + "/p2", "{\"status\": \"" + status + "\"}");

    assertStatus(response, answer);
    if (answer == 200) {
      assertThat(response.<String>path("status")).isEqualTo(status);
    }
  }

  // MEM-07
  @Test
  void theAnswerNeedsAStatus() {
    shared();
    registry.share(ID, "p2", MemberStatus.PENDING);

    assertRefused(put(OTHER, MEMBERS + "/p2", "{}"), 400, "Status not specified");
    assertRefused(put(OTHER, MEMBERS + "/p2", "[]"), 400, "Expected a status in the form");
    assertRefused(
        put(OTHER, MEMBERS + "/p2", "{\"status\": 3}"),
        400,
        "Status must be \"pending\", \"accepted\" or \"rejected\".");
    assertStatus(put(ADMIN, MEMBERS + "/none", "{\"status\": \"accepted\"}"), 404);
  }

  // MEM-08, MEM-09, POL-08
  @Test
  void theOwnerUnshares() {
    shared();
    registry.share(ID, "p2", MemberStatus.ACCEPTED);

    assertRefused(
        as(OTHER).delete(MEMBERS + "/p2"),
        403,
        "You are not authorized to complete delete_member action.");
    assertStatus(as(READER).delete(MEMBERS + "/p2"), 403);
    assertStatus(as(ANONYMOUS).delete(MEMBERS + "/p2"), 403);
    assertStatus(as(MEMBER).delete(MEMBERS + "/p2"), 204);
    assertStatus(as(MEMBER).delete(MEMBERS + "/p2"), 404);
    assertThat(post(MEMBER, MEMBERS, P2).<String>path("status")).isEqualTo("pending");
  }

  // MEM-10, POL-08
  @ParameterizedTest
  @CsvSource({
    "PRIVATE, 'p2:member,reader', 404",
    "SHARED, 'p2:member,reader', 403",
    "SHARED, p1:reader, 403",
    "SHARED, 'p3:member,reader', 404",
    "PUBLIC, 'p3:member,reader', 403"
  })
  void sharesByPersona(Visibility visibility, String persona, int status) {
    registry.put(new TestImage(ID).visibility(visibility).build());
    registry.share(ID, "p2", MemberStatus.ACCEPTED);

    assertStatus(post(persona, MEMBERS, "{\"member\": \"p5\"}"), status);
  }
}
