package io.glance.api.v2.image;

import static io.glance.api.testing.Api.as;
import static io.glance.api.testing.TestCallers.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.api.testing.ImageApiProfile;
import io.glance.api.testing.TestImage;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@TestProfile(ImageApiProfile.class)
class ImageActionsResourceTest extends ImageApiTestBase {

  // ACT-01, ACT-02
  @Test
  void goesOutOfUseAndBackAsOftenAsAsked() {
    registry.put(new TestImage(ID).active(1).build());

    for (int i = 0; i < 2; i++) {
      assertThat(act(MEMBER, "deactivate").statusCode()).isEqualTo(204);
      assertThat(registry.row(ID).status()).isEqualTo(ImageStatus.DEACTIVATED);
    }
    for (int i = 0; i < 2; i++) {
      assertThat(act(MEMBER, "reactivate").statusCode()).isEqualTo(204);
      assertThat(registry.row(ID).status()).isEqualTo(ImageStatus.ACTIVE);
    }
  }

  // ACT-01, ACT-02: two ask at once
  @Test
  void whoeverIsSecondFindsItDone() {
    registry.put(new TestImage(ID).active(1).build());
    registry.overtaken = ImageStatus.DEACTIVATED;
    assertThat(act(MEMBER, "deactivate").statusCode()).isEqualTo(204);

    registry.overtaken = ImageStatus.ACTIVE;
    assertThat(act(MEMBER, "reactivate").statusCode()).isEqualTo(204);

    registry.overtaken = ImageStatus.PENDING_DELETE;
    assertThat(act(MEMBER, "deactivate").statusCode()).isEqualTo(409);
  }

  // ACT-01, ACT-02
  @ParameterizedTest
  @EnumSource(ImageStatus.class)
  void otherStatusesAreRefused(ImageStatus status) {
    if (EnumSet.of(ImageStatus.ACTIVE, ImageStatus.DEACTIVATED).contains(status)) {
      return;
    }
    registry.put(new TestImage(ID).status(status).build());

    for (String action : new String[] {"deactivate", "reactivate"}) {
      assertRefused(
          act(MEMBER, action),
          403,
          "Not allowed to " + action + " image in status '" + status.wireName() + "'");
    }
    assertThat(registry.row(ID).status()).isEqualTo(status);
  }

  // ACT-03, AUTH-03, POL-08
  @ParameterizedTest
  @CsvSource({
    "PRIVATE, 'p2:member,reader', 404, No image found with ID",
    "PUBLIC, 'p2:member,reader', 403, You are not authorized to complete deactivate action.",
    "PRIVATE, p1:reader, 403, You are not authorized to complete deactivate action.",
    "PUBLIC, anonymous, 403, Read-only access"
  })
  void refusesByPersona(Visibility visibility, String persona, int status, String message) {
    registry.put(new TestImage(ID).active(1).visibility(visibility).build());

    assertRefused(act(persona, "deactivate"), status, message);
    assertThat(registry.row(ID).status()).isEqualTo(ImageStatus.ACTIVE);
  }

  private static Response act(String persona, String action) {
    return as(persona).post(PATH + "/actions/" + action);
  }
}
