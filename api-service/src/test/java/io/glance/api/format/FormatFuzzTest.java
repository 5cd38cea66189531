package io.glance.api.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mutated headers end in a decision, never in another exception, and soon. */
class FormatFuzzTest {
  private static final long SEED = 20_240_703;
  private static final int ROUNDS_PER_IMAGE = 2_500;
  private static final int[] INTERESTING = {0, 1, 2, 4, 8, 0x10, 0x55, 0x7f, 0x80, 0xaa, 0xff};
  private static final List<String> DECLARED =
      List.of("raw", "qcow2", "vhd", "vhdx", "vmdk", "vdi", "iso", "gpt", "luks", "ploop");

  private static final Logger DECISIONS = Logger.getLogger(FormatDecision.class.getName());

  private final Random random = new Random(SEED);

  @BeforeAll
  static void silenceWarnings() {
    DECISIONS.setLevel(Level.OFF);
  }

  @AfterAll
  static void restoreWarnings() {
    DECISIONS.setLevel(null);
  }

  @Test
  void mutatedImagesEndInADecision() { // FMT-02, FMT-04
    List<byte[]> images =
        List.of(
            TestImages.qcow2(),
            TestImages.qed(),
            TestImages.vhd(),
            TestImages.vdi(),
            TestImages.luks(),
            TestImages.iso(),
            TestImages.gpt(),
            TestImages.vmdk(),
            TestImages.streamOptimizedVmdk(),
            TestImages.descriptorFile());
    long start = System.nanoTime();
    int accepted = 0;
    for (byte[] image : images) {
      for (int round = 0; round < ROUNDS_PER_IMAGE; round++) {
        accepted += decide(mutated(image), random.nextInt(1, 70_000)) ? 1 : 0;
      }
    }
    int rounds = images.size() * ROUNDS_PER_IMAGE;
    assertThat(accepted).isBetween(rounds / 100, rounds - rounds / 100);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void mutatedChainsEndInADecision() {
    byte[] image = TestImages.vhdx();
    int[] tables = {0, 192 << 10, 2 << 20, (2 << 20) + (64 << 10)};
    for (int round = 0; round < 300; round++) {
      byte[] changed = image.clone();
      for (int i = 0; i < 3; i++) {
        changed[tables[random.nextInt(tables.length)] + random.nextInt(100)] = interesting();
      }
      decide(changed, 65536);
    }
  }

  private boolean decide(byte[] image, int chunk) {
    String declared = DECLARED.get(random.nextInt(DECLARED.size()));
    try {
      Inspection inspection = TestImages.inspect(image, chunk);
      FormatSettings settings = new FormatSettings(random.nextBoolean(), Set.of("mbr"));
      FormatDecision.decide(inspection, declared, "bare", settings)
          .ifPresent(size -> assertThat(size).isPositive());
      return true;
    } catch (GlanceException refusal) {
      assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
      return false;
    }
  }

  private byte[] mutated(byte[] image) {
    byte[] changed = image.clone();
    int header = Math.min(image.length, 1024);
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      changed[position(image.length, header)] = interesting();
    }
    if (random.nextInt(4) == 0) {
      int at = random.nextInt(header - 8);
      ByteBuffer.wrap(changed).putLong(at, random.nextBoolean() ? -1 : Long.MIN_VALUE);
    }
    return random.nextInt(8) == 0
        ? Arrays.copyOf(changed, random.nextInt(changed.length))
        : changed;
  }

  private int position(int length, int header) {
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(length);
      case 1 -> length - 1 - random.nextInt(Math.min(length, 1536));
      default -> random.nextInt(header);
    };
  }

  private byte interesting() {
    return (byte)
        (random.nextBoolean()
            ? INTERESTING[random.nextInt(INTERESTING.length)]
            : random.nextInt(256));
  }
}
