package io.glance.api.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.glance.api.testing.TestImage;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.UpdateImage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatchDraftTest {
  private static final ImageMetadata IMAGE =
      new TestImage("i").properties(Map.of("a", "1")).build();

  private static UpdateImage apply(ImageChange... changes) {
    PatchDraft draft = new PatchDraft(IMAGE);
    for (ImageChange change : changes) {
      draft.apply(change);
    }
    return draft.command(ImageLimits.NONE);
  }

  // PATCH-07, PATCH-21
  @Test
  void anAddedAndRemovedPropertyIsNeverSent() {
    UpdateImage sent = apply(new ImageChange.Add("x", "1", true), new ImageChange.Remove("x"));

    assertThat(sent.setProperties()).isEmpty();
    assertThat(sent.removeProperties()).isEmpty();
    assertThat(sent.tags()).isNull();
    assertThat(sent.attributes()).isEmpty();
  }

  // PATCH-07
  @Test
  void aRemovedPropertyMayComeBack() {
    UpdateImage sent = apply(new ImageChange.Remove("a"), new ImageChange.Add("a", "2", false));

    assertThat(sent.setProperties()).isEqualTo(Map.of("a", "2"));
    assertThat(sent.removeProperties()).isEmpty();
  }

  // PATCH-07
  @Test
  void aRemovedPropertyIsGoneForTheNextOperation() {
    assertThatExceptionOfType(GlanceException.class)
        .isThrownBy(() -> apply(new ImageChange.Remove("a"), new ImageChange.Replace("a", "2")))
        .withMessage("Property a does not exist.");
  }

  // PATCH-02
  @Test
  void theOldAddRefusesWhatIsThere() {
    for (String name : new String[] {"a", "name", "tags"}) {
      assertThatExceptionOfType(GlanceException.class)
          .isThrownBy(() -> apply(new ImageChange.Add(name, "2", false)))
          .withMessage("Property " + name + " already present.");
    }
  }

  // SEC-64: 100 times the operations may cost 100 times the time, not 10 000 times.
  @Test
  void costsTheSameForEachOperation() {
    PatchDraft draft = new PatchDraft(IMAGE);
    long start = System.nanoTime();
    for (int i = 0; i < 200_000; i++) {
      draft.apply(new ImageChange.Add("p" + i, "v", true));
      draft.apply(new ImageChange.Replace("a", "v" + i));
    }

    assertThat(draft.command(ImageLimits.NONE).setProperties()).hasSize(200_001);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }
}
