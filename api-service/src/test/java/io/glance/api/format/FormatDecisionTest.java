package io.glance.api.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FMT-03's table, UP-15 and UP-17. */
class FormatDecisionTest {
  private static final FormatSettings STRICT = new FormatSettings(true, Set.of());
  private static final FormatSettings LOOSE = new FormatSettings(false, Set.of());

  @Test
  void contentOfTheDeclaredFormatGivesTheVirtualSize() { // FMT-03
    assertThat(decide(TestImages.qcow2(), "qcow2", STRICT)).hasValue(TestImages.DISK);
    assertThat(decide(TestImages.vmdk(), "vmdk", STRICT)).hasValue(TestImages.DISK);
  }

  @Test
  void rawTakesTheByteCountEvenWithRichContent() { // UP-17
    assertThat(decide(TestImages.raw(1000), "raw", STRICT)).hasValue(1000);
    assertThat(decide(TestImages.qcow2(), "raw", STRICT)).hasValue(64 * 1024);
    assertThat(decide(TestImages.mbr(), "raw", STRICT)).hasValue(4096);
  }

  @Test
  void nothingAndAnUnknownSizeAreNoVirtualSize() { // UP-16, FMT-07
    assertThat(decide(new byte[0], "raw", STRICT)).isEmpty();
    assertThat(decide(TestImages.with(TestImages.vdi(), 371, 0), "vdi", STRICT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"qcow2", "vhd", "vhdx", "vmdk", "vdi", "iso"})
  void otherContentIsRefusedByName(String declared) { // UP-15
    assertRefused(TestImages.raw(1 << 20), declared, STRICT, "does not match");
    assertRefused(TestImages.luks(), declared, STRICT, "does not match");
  }

  @Test
  void anUninspectableFormatTakesOnlyUnrecognisedContent() { // FMT-03
    assertThat(decide(TestImages.raw(1000), "ploop", STRICT)).isEmpty();
    assertRefused(TestImages.qcow2(), "ploop", STRICT, "does not match");
  }

  @Test
  void onlyBareContainersAreInspected() { // UP-17
    Inspection inspection = TestImages.inspect(TestImages.qed());
    for (String container : new String[] {"ami", "ovf", "docker", "compressed"}) {
      assertThat(FormatDecision.decide(inspection, "qcow2", container, STRICT)).isEmpty();
    }
  }

  @Test
  void aBootableIsoIsAnIsoAndAnyOtherPairIsRefused() { // FMT-03
    byte[] hybrid = TestImages.overlay(TestImages.iso(), TestImages.mbr(), 446, 512);
    assertThat(decide(hybrid, "iso", STRICT)).hasValue(1234 * 2048L);
    assertRefused(hybrid, "gpt", STRICT, "does not match");
    byte[] polyglot = TestImages.overlay(TestImages.iso(), TestImages.qcow2(), 0, 512);
    for (String declared : new String[] {"iso", "qcow2", "raw", "ploop"}) {
      assertRefused(polyglot, declared, STRICT, "Multiple formats detected: qcow2,iso");
    }
    byte[] three = TestImages.overlay(hybrid, TestImages.qcow2(), 0, 440);
    assertRefused(three, "iso", STRICT, "Multiple formats detected: qcow2,iso,gpt");
  }

  @Test
  void unsafeContentIsRefusedHoweverItIsDeclared() { // FMT-04
    byte[] backed = TestImages.with(TestImages.qcow2(), 14, 2);
    for (FormatSettings settings : new FormatSettings[] {STRICT, LOOSE}) {
      assertRefused(backed, "qcow2", settings, "Image failed safety checks");
      assertRefused(backed, "raw", settings, "Image failed safety checks");
      assertRefused(TestImages.descriptorFile(), "raw", settings, "Image failed safety checks");
    }
    assertRefused(backed, "iso", LOOSE, "Image failed safety checks");
  }

  @Test
  void aMismatchOnlyCostsTheVirtualSizeWhereMatchingIsOff() { // FMT-03
    assertThat(decide(TestImages.raw(1000), "qcow2", LOOSE)).isEmpty();
    assertThat(decide(TestImages.vdi(), "qcow2", LOOSE)).isEmpty();
    assertThat(decide(TestImages.qcow2(), "qcow2", LOOSE)).hasValue(TestImages.DISK);
  }

  @Test
  void listedPartitionChecksOnlyWarn() { // FMT-06
    byte[] odd = TestImages.with(TestImages.mbr(), 446, 1);
    assertRefused(odd, "raw", STRICT, "Image failed safety checks");
    assertThat(decide(odd, "raw", new FormatSettings(true, Set.of("mbr")))).hasValue(4096);
    byte[] backed = TestImages.with(TestImages.qcow2(), 14, 2);
    assertRefused(
        backed, "raw", new FormatSettings(true, Set.of("backing_file")), "failed safety checks");
  }

  private static OptionalLong decide(byte[] image, String declared, FormatSettings settings) {
    return FormatDecision.decide(TestImages.inspect(image), declared, "bare", settings);
  }

  private static void assertRefused(
      byte[] image, String declared, FormatSettings settings, String text) {
    assertThatThrownBy(() -> decide(image, declared, settings))
        .isInstanceOfSatisfying(
            GlanceException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE))
        .hasMessageContaining(text);
  }
}
