package io.glance.registry.http;

import static io.glance.registry.testing.Callers.ADMIN;
import static io.glance.registry.testing.Callers.ALICE;
import static io.glance.registry.testing.Callers.BOB;
import static io.glance.registry.testing.Callers.CAROL;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.glance.kit.identity.SignedContext;
import io.glance.model.RequestContext;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.Visibility;
import io.glance.model.registry.ContextHeader;
import io.glance.model.registry.RegistryImages.StatusChange;
import io.glance.model.registry.RegistryUploads.BeginUpload;
import io.glance.registry.image.ImageService;
import io.glance.registry.testing.Images;
import io.glance.registry.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SEC-31: whoever sees an image may not change it, whatever glance-api's policy let through. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ForeignImagesTest {
  private static final String IMAGES = "/internal/v1/images/";

  @Inject SignedContext signer;
  @Inject ImageService images;

  @BeforeEach
  void empty() {
    TestDatabase.clean();
  }

  @ParameterizedTest
  @EnumSource(
      value = Visibility.class,
      names = {"PUBLIC", "COMMUNITY", "SHARED"})
  void anotherProjectsImageIsSeenAndNotChanged(Visibility visibility) {
    ImageMetadata before = image("project-a", visibility);
    String id = before.id();
    addMember(ADMIN, id);

    as(BOB).get(IMAGES + id).then().statusCode(200);
    assertThat(changes(BOB, id))
        .hasSize(8)
        .allSatisfy((name, answer) -> refused(name, answer, 403, "FORBIDDEN"));

    assertThat(images.get(ALICE, id)).isEqualTo(before);
    as(ALICE).get(IMAGES + id + "/members").then().body("memberId", equalTo(List.of("project-b")));
  }

  @Test
  void anInvisibleImageIsNotFound() {
    String id = image("project-a", Visibility.SHARED).id();

    assertThat(changes(CAROL, id))
        .allSatisfy((name, answer) -> refused(name, answer, 404, "NOT_FOUND"));
  }

  @Test
  void nobodysImageIsTheAdminsToChange() {
    String id = image(null, Visibility.PUBLIC).id();

    assertThat(changes(ALICE, id))
        .allSatisfy((name, answer) -> refused(name, answer, 403, "FORBIDDEN"));
    as(ADMIN).body(Images.set(Map.of("c", "d"))).patch(IMAGES + id).then().statusCode(200);
  }

  @Test // MEM-07
  void aMemberAnswersForItself() {
    String id = image("project-a", Visibility.SHARED).id();
    addMember(ALICE, id);

    as(BOB).put(IMAGES + id + "/members/project-b/ACCEPTED").then().statusCode(200);
    as(CAROL).put(IMAGES + id + "/members/project-b/REJECTED").then().statusCode(404);
  }

  private void addMember(RequestContext caller, String id) {
    as(caller)
        .body(ImageLimits.NONE)
        .post(IMAGES + id + "/members/project-b")
        .then()
        .statusCode(200);
  }

  private Map<String, Response> changes(RequestContext caller, String id) {
    return Map.of(
        "update", as(caller).body(Images.set(Map.of("c", "d"))).patch(IMAGES + id),
        "tag", as(caller).body(ImageLimits.NONE).put(IMAGES + id + "/tags/new"),
        "untag", as(caller).delete(IMAGES + id + "/tags/old"),
        "deactivate",
            as(caller)
                .body(new StatusChange(Set.of(), ImageStatus.DEACTIVATED))
                .post(IMAGES + id + "/status"),
        "upload",
            as(caller)
                .body(new BeginUpload("api-1", null, null, null, -1, 60))
                .post("/internal/v1/uploads/begin/" + id),
        "add member", as(caller).body(ImageLimits.NONE).post(IMAGES + id + "/members/project-x"),
        "remove member", as(caller).delete(IMAGES + id + "/members/project-b"),
        "delete",
            as(caller)
                .body(Map.of("delayed", false, "instance", "api-1"))
                .post(IMAGES + id + "/delete"));
  }

  private static void refused(String name, Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(name).isEqualTo(status);
    answer.then().body("code", equalTo(code));
  }

  private ImageMetadata image(String owner, Visibility visibility) {
    return images.create(
        ADMIN, Images.create("x", owner, visibility, Map.of("a", "b"), List.of("old")));
  }

  private RequestSpecification as(RequestContext caller) {
    return given()
        .header(ContextHeader.CONTEXT, signer.sign(caller))
        .urlEncodingEnabled(false)
        .contentType(ContentType.JSON);
  }
}
