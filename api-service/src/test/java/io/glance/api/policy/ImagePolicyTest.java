package io.glance.api.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.glance.api.testing.TestCallers;
import io.glance.api.testing.TestImage;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.Visibility;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImagePolicyTest {
  private static final RequestContext CALLER = TestCallers.of(TestCallers.MEMBER, "req-1");

  private static ImagePolicy allowing(String... rules) {
    return new ImagePolicy((rule, target, caller) -> Set.of(rules).contains(rule));
  }

  // POL-06, ERR-04
  @Test
  void whatMayNotBeSeenIsNotFoundWhateverWasAsked() {
    assertThatExceptionOfType(GlanceException.class)
        .isThrownBy(() -> allowing().require("modify_image", image(), CALLER))
        .withMessage("No image found with ID i")
        .extracting(GlanceException::code)
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThatExceptionOfType(GlanceException.class)
        .isThrownBy(() -> allowing("get_image").require("modify_image", image(), CALLER))
        .withMessage("You are not authorized to complete modify_image action.")
        .extracting(GlanceException::code)
        .isEqualTo(ErrorCode.FORBIDDEN);
    allowing("modify_image").require("modify_image", image(), CALLER);
  }

  // POL-22
  @Test
  void rulesFindAttributesAndExtraPropertiesInTheTarget() {
    ImageTarget target =
        new ImageTarget(
            new TestImage("i").properties(Map.of("team", "t", "owner", "forged")).build(), CALLER);

    assertThat(target.get("project_id")).isEqualTo("p1");
    assertThat(target.get("owner")).isEqualTo("p1");
    assertThat(target.get("image_id")).isEqualTo("i");
    assertThat(target.get("visibility")).isEqualTo("shared");
    assertThat(target.get("team")).isEqualTo("t");
    assertThat(target.get("nothing")).isNull();
    assertThat(target.containsKey("name")).isFalse();
    assertThat(Map.copyOf(target)).containsEntry("owner", "p1").containsEntry("team", "t");
  }

  // POL-11, POL-12
  @Test
  void theMemberIsTheCallerThatSeesAnothersSharedImage() {
    RequestContext other = TestCallers.of(TestCallers.OTHER, "req-1");

    assertThat(new ImageTarget(image(), other).get("member_id")).isEqualTo("p2");
    assertThat(new ImageTarget(image(), CALLER).get("member_id")).isNull();
    assertThat(
            new ImageTarget(new TestImage("i").visibility(Visibility.PUBLIC).build(), other)
                .get("member_id"))
        .isNull();
  }

  private static ImageMetadata image() {
    return new TestImage("i").build();
  }
}
