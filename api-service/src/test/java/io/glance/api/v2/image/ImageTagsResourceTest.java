package io.glance.api.v2.image;

import static io.glance.api.testing.Api.as;
import static io.glance.api.testing.TestCallers.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.api.testing.ImageApiProfile;
import io.glance.api.testing.TestImage;
import io.glance.model.image.MemberStatus;
import io.glance.model.image.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(ImageApiProfile.class)
class ImageTagsResourceTest extends ImageApiTestBase {

  // TAG-01, TAG-02, TAG-03
  @Test
  void addsAndDropsTagsByExactValue() {
    registry.put(new TestImage(ID).tags(List.of("A")).build());

    assertThat(as(MEMBER).put(PATH + "/tags/a").statusCode()).isEqualTo(204);
    assertThat(as(MEMBER).put(PATH + "/tags/a").statusCode()).isEqualTo(204);
    assertThat(as(MEMBER).put(PATH + "/tags/%C3%BC%20x").asByteArray()).isEmpty();
    assertThat(registry.row(ID).tags()).containsExactly("A", "a", "ü x");

    assertThat(as(MEMBER).delete(PATH + "/tags/A").statusCode()).isEqualTo(204);
    assertRefused(as(MEMBER).delete(PATH + "/tags/A"), 404, "The resource could not be found.");
    assertThat(registry.row(ID).tags()).containsExactly("a", "ü x");
  }

  // TAG-01, ERR-11, QUO-03
  @Test
  void refusesLongOddAndTooManyTags() {
    settings.set("image_tag_quota", "1");
    registry.put(new TestImage(ID).build());

    assertRefused(as(MEMBER).put(PATH + "/tags/" + "x".repeat(256)), 400, "is too long");
    assertRefused(as(MEMBER).put(PATH + "/tags/%F0%9F%98%80"), 400, "4 byte unicode");
    assertThat(as(MEMBER).put(PATH + "/tags/" + "x".repeat(255)).statusCode()).isEqualTo(204);
    assertRefused(
        as(MEMBER).put(PATH + "/tags/b"),
        413,
        "Image tag limit exceeded for image " + ID + ": The limit has been exceeded");
  }

  // TAG-01, POL-08
  @ParameterizedTest
  @CsvSource({
    "PRIVATE, 'p2:member,reader', 404, Image " + ID + " not found.",
    "PUBLIC, 'p2:member,reader', 403, You are not authorized to complete modify_image action.",
    "SHARED, 'p2:member,reader', 403, You are not authorized to complete modify_image action.",
    "SHARED, p1:reader, 403, You are not authorized to complete modify_image action.",
    "PUBLIC, anonymous, 403, Read-only access"
  })
  void refusesByPersona(Visibility visibility, String persona, int status, String message) {
    registry.put(new TestImage(ID).visibility(visibility).tags(List.of("t")).build());
    registry.share(ID, "p2", MemberStatus.ACCEPTED);

    assertRefused(as(persona).put(PATH + "/tags/x"), status, message);
    assertRefused(as(persona).delete(PATH + "/tags/t"), status, message);
    assertThat(registry.row(ID).tags()).containsExactly("t");
  }
}
