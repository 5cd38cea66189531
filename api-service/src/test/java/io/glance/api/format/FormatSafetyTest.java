package io.glance.api.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FMT-04, FMT-05, FMT-06: what is recognised and refused. */
class FormatSafetyTest {
  static Stream<Arguments> unsafeImages() {
    byte[] qcow2 = TestImages.qcow2();
    byte[] luks = TestImages.luks();
    byte[] mbr = TestImages.mbr();
    byte[] gpt = TestImages.gpt();
    return Stream.of(
        Arguments.of("qcow2 backing file", TestImages.with(qcow2, 14, 2), "backing_file"),
        Arguments.of("qcow2 data file", TestImages.with(qcow2, 79, 4), "data_file"),
        Arguments.of("qcow2 feature 4", TestImages.with(qcow2, 79, 16), "unknown_features"),
        Arguments.of("qcow2 feature 63", TestImages.with(qcow2, 72, 128), "unknown_features"),
        Arguments.of("qcow2 version 0", TestImages.with(qcow2, 7, 0), "unknown_features"),
        Arguments.of("qcow2 version 1", TestImages.with(qcow2, 7, 1), "unknown_features"),
        Arguments.of("qcow2 version 4", TestImages.with(qcow2, 7, 4), "unknown_features"),
        Arguments.of("qcow2 of 2^63 bytes", TestImages.with(qcow2, 24, 0x80), "structure"),
        Arguments.of("qed", TestImages.qed(), "banned"),
        Arguments.of("luks 2", TestImages.with(luks, 7, 2), "version"),
        Arguments.of("vhd of 2^63 bytes", TestImages.with(TestImages.vhd(), 40, 255), "structure"),
        Arguments.of("vdi of 2^63 bytes", TestImages.with(TestImages.vdi(), 375, 255), "structure"),
        Arguments.of("mbr boot flag", TestImages.with(mbr, 446, 1), "mbr"),
        Arguments.of("mbr without partition", TestImages.with(mbr, 450, 0), "mbr"),
        Arguments.of("gpt at another sector", TestImages.with(gpt, 454, 2), "mbr"),
        Arguments.of("gpt at another cylinder", TestImages.with(gpt, 449, 1), "mbr"),
        Arguments.of("gpt and more", TestImages.with(gpt, 450 + 16, 0x83), "mbr"),
        Arguments.of("vmdk descriptor file", TestImages.descriptorFile(), "descriptor"),
        Arguments.of("vmdk version", TestImages.with(TestImages.vmdk(), 4, 4), "descriptor"),
        Arguments.of("vmdk place", TestImages.with(TestImages.vmdk(), 28, 2), "descriptor"),
        Arguments.of("vmdk capacity", TestImages.with(TestImages.vmdk(), 19, 1), "structure"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsafeImages")
  void unsafeContentIsNamed(String name, byte[] image, String check) { // FMT-04, FMT-06
    assertThat(TestImages.inspect(image).findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.violations()).extracting(Violation::check).contains(check));
  }

  static Stream<Arguments> unsafeDescriptors() {
    String extent = "RW 6291456 SPARSE \"disk.vmdk\"";
    String type = "createType=\"monolithicSparse\"";
    return Stream.of(
        Arguments.of("flat", "monolithicSparse", "monolithicFlat"),
        Arguments.of("device", "monolithicSparse", "fullDevice"),
        Arguments.of("mixed case", "monolithicSparse", "TwoGbMaxExtentSparse"),
        Arguments.of("no type", type, ""),
        Arguments.of("open type", type, "createType=\"monolithicSparse"),
        Arguments.of("two types", type, type + "\ncreateType=\"custom\""),
        Arguments.of("long type", "monolithicSparse", "x".repeat(9_000)),
        Arguments.of("no extent", extent, ""),
        Arguments.of("path", "disk.vmdk", "/etc/passwd"),
        Arguments.of("backslash", "disk.vmdk", "c:\\disk"),
        Arguments.of("parent", "disk.vmdk", ".."),
        Arguments.of("unknown line", extent, extent + "\nsurprise"),
        Arguments.of("not ASCII", "disk.vmdk", "d\u00efsk.vmdk"),
        Arguments.of("NUL", "disk.vmdk", "disk\0.vmdk"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsafeDescriptors")
  void aDescriptorMustBeUnderstoodWhole(String name, String replaced, String by) { // FMT-05
    byte[] image = TestImages.vmdkWithLine(replaced, by);
    assertThat(image).isNotEqualTo(TestImages.vmdk());
    assertThat(TestImages.inspect(image).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.violations()).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 12, 300, 512, 516, 540, 548, 568, 1024, 1036, 1500})
  void aFooterThatDiffersFromTheHeaderIsRefused(int index) { // FMT-05
    byte[] image = TestImages.streamOptimizedVmdk();
    int at = image.length - 1536 + index;
    ByteBuffer changed = ByteBuffer.wrap(TestImages.with(image, at, image[at] ^ 0x15));
    if (index == 568) {
      changed.putLong(at, -1);
    }
    Inspection inspection = TestImages.inspect(changed.array());
    boolean isValueOfMarker = index == 0;
    assertThat(inspection.findings())
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.violations().isEmpty()).isEqualTo(isValueOfMarker));
  }

  @Test
  void commentsWithAnyByteDoNotHideADescriptorFile() { // FMT-05
    byte[] text = "# \u00e9\u0000\nversion=1\nRW 1 FLAT \"x\"\n".getBytes(StandardCharsets.UTF_8);
    byte[] hidden = text.clone();
    hidden[4] = 'x';
    assertThat(TestImages.inspect(hidden).findings())
        .extracting(Finding::format)
        .containsExactly(DetectedFormat.VMDK);
  }

  static Stream<Arguments> brokenVhdx() {
    int table = 192 << 10;
    int metadata = 2 << 20;
    byte[] good = TestImages.vhdx();
    return Stream.of(
        Arguments.of("signature", TestImages.with(good, table, 0)),
        Arguments.of("2048 regions", TestImages.with(good, table + 9, 8)),
        Arguments.of("2^31 regions", TestImages.with(good, table + 11, 0x80)),
        Arguments.of("region id", TestImages.with(good, table + 48, 0)),
        Arguments.of("region at 2^63", TestImages.with(good, table + 71, 0x80)),
        Arguments.of("region behind us", TestImages.with(good, table + 66, 0)),
        Arguments.of("region after the end", TestImages.with(good, table + 67, 1)),
        Arguments.of("metadata signature", TestImages.with(good, metadata, 0)),
        Arguments.of("2048 items", TestImages.with(good, metadata + 11, 8)),
        Arguments.of("item inside the table", TestImages.with(good, metadata + 82, 0)),
        Arguments.of("item after the end", TestImages.with(good, metadata + 83, 1)),
        Arguments.of("2^63 bytes", TestImages.with(good, metadata + (64 << 10) + 7, 0x80)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenVhdx")
  void aBrokenChainIsRefused(String name, byte[] image) {
    assertThat(TestImages.inspect(image).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.violations()).isNotEmpty());
  }
}
