package io.glance.registry.operator;

import static io.glance.registry.operator.ImageRows.id;
import static io.glance.registry.operator.TrustedOperators.admin;
import static io.glance.registry.operator.TrustedOperators.alice;
import static io.glance.registry.operator.TrustedOperators.as;
import static io.glance.registry.operator.TrustedOperators.bob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.glance.registry.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(TrustedOperators.class)
class OperatorMembersTest {
  @BeforeEach
  void rows() {
    TestDatabase.clean();
    ImageRows.image(1, "shared", "project-b", "shared");
    ImageRows.member(1, "project-a", true);
    ImageRows.member(1, "project-c", false);
    ImageRows.member(1, "project-d", false);
    TestDatabase.run("UPDATE image_members SET deleted = 1 WHERE member = 'project-d'");
    ImageRows.image(2, "other", "project-c", "shared");
    ImageRows.member(2, "project-a", false);
  }

  private static List<Map<String, Object>> list(Response answer, String key) {
    return answer.then().statusCode(200).extract().path(key);
  }

  @Test // REG-09
  void ownerAndAdministratorSeeAllMembersAndAMemberItself() {
    String path = "/images/" + id(1) + "/members";
    List<Map<String, Object>> all =
        List.of(
            Map.of("member_id", "project-a", "can_share", true),
            Map.of("member_id", "project-c", "can_share", false));
    assertThat(list(bob().get(path), "members")).isEqualTo(all);
    assertThat(list(admin().get(path), "members")).isEqualTo(all);
    assertThat(list(alice().get(path), "members"))
        .containsExactly(Map.of("member_id", "project-a", "can_share", true));
    as("project-d", "member").get(path).then().statusCode(404);
    admin().get("/images/" + id(9) + "/members").then().statusCode(404);
  }

  @Test // REG-14
  void aProjectsSharedImages() {
    String path = "/shared-images/project-a";
    List<Map<String, Object>> both =
        List.of(
            Map.of("image_id", id(1), "can_share", true),
            Map.of("image_id", id(2), "can_share", false));
    assertThat(list(admin().get(path), "shared_images")).isEqualTo(both);
    assertThat(list(alice().get(path), "shared_images")).isEqualTo(both);
    assertThat(list(bob().get(path), "shared_images"))
        .as("an owner sees its own images only")
        .containsExactly(Map.of("image_id", id(1), "can_share", true));
    assertThat(list(admin().get("/shared-images/PROJECT-A"), "shared_images")).isEmpty();
    assertThat(list(admin().get("/shared-images/unheard"), "shared_images")).isEmpty();
  }

  @Test // REG-13
  void methodsThatNeverWereAreNotAllowed() {
    String members = "/images/" + id(1) + "/members";
    for (Response answer :
        List.of(
            admin().get(members + "/project-a"),
            admin().post(members + "/project-a"),
            admin().post(members))) {
      answer.then().statusCode(405).header("Allow", "PUT, DELETE");
    }
  }

  @Test // REG-10, REG-11, REG-12
  void changesAreRefusedClearly() {
    String members = "/images/" + id(1) + "/members";
    for (Response answer :
        List.of(
            bob().contentType("application/json").body("{\"memberships\":[]}").put(members),
            bob().put(members + "/project-x"),
            bob().delete(members + "/project-a"))) {
      answer.then().statusCode(403).body(containsString("Images API"));
    }
    assertThat(list(bob().get(members), "members")).hasSize(2);
  }
}
