package io.glance.api.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** FMT-02 recognition and FMT-07 virtual sizes. */
class FormatInspectorTest {
  static Stream<Arguments> images() {
    long disk = TestImages.DISK;
    return Stream.of(
        Arguments.of(DetectedFormat.QCOW2, TestImages.qcow2(), disk),
        Arguments.of(DetectedFormat.VHD, TestImages.vhd(), disk),
        Arguments.of(DetectedFormat.VHDX, TestImages.vhdx(), disk),
        Arguments.of(DetectedFormat.VMDK, TestImages.vmdk(), disk),
        Arguments.of(DetectedFormat.VMDK, TestImages.streamOptimizedVmdk(), disk),
        Arguments.of(DetectedFormat.VDI, TestImages.vdi(), disk),
        Arguments.of(DetectedFormat.ISO, TestImages.iso(), 1234 * 2048L),
        Arguments.of(DetectedFormat.GPT, TestImages.mbr(), 4096L),
        Arguments.of(DetectedFormat.GPT, TestImages.gpt(), 4096L),
        Arguments.of(DetectedFormat.LUKS, TestImages.luks(), 4096L));
  }

  @ParameterizedTest
  @MethodSource("images")
  void recognisesEveryFormatWhateverTheChunks(DetectedFormat format, byte[] image, long size) {
    for (int chunk : new int[] {1, 7, 512, 4093, 65536, image.length}) {
      Inspection inspection = TestImages.inspect(image, chunk);
      assertThat(inspection.size()).isEqualTo(image.length);
      assertThat(inspection.findings())
          .as("in chunks of %d", chunk)
          .containsExactly(new Finding(format, size, List.of()));
    }
  }

  @ParameterizedTest
  @MethodSource("images")
  void aTruncatedImageIsNeverTakenForAGoodOne(DetectedFormat format, byte[] image, long size) {
    for (int length : new int[] {0, 1, 4, 8, 71, 100, 511}) {
      Inspection inspection = TestImages.inspect(Arrays.copyOf(image, length));
      assertThat(inspection.findings()).allMatch(finding -> !finding.violations().isEmpty());
    }
  }

  @Test
  void unknownContentIsRaw() {
    assertThat(TestImages.inspect(TestImages.raw(100_000)).findings()).isEmpty();
    assertThat(TestImages.inspect(new byte[100_000]).findings()).isEmpty();
    assertThat(TestImages.inspect(new byte[0]).findings()).isEmpty();
    assertThat(TestImages.inspect(TestImages.ascii("version 1 of some notes\n")).findings())
        .isEmpty();
  }

  @Test
  void udfIsAnIsoOfUnknownSize() { // FMT-07
    byte[] udf = TestImages.iso();
    System.arraycopy(TestImages.ascii("\0NSR03"), 0, udf, 32768, 6);
    assertThat(TestImages.inspect(udf).findings())
        .containsExactly(new Finding(DetectedFormat.ISO, 0, List.of()));
  }

  @Test
  void aFatFileSystemIsNoPartitionTable() {
    byte[] fat = TestImages.with(TestImages.with(TestImages.mbr(), 0x10, 2), 0x15, 0xf8);
    assertThat(TestImages.inspect(fat).findings()).isEmpty();
  }

  @Test
  void readsBetweenPositionAndLimitAndLeavesTheChunkAsItIs() {
    ByteBuffer direct = ByteBuffer.allocateDirect(70_000);
    direct.position(3).put(TestImages.qcow2()).flip().position(3);
    FormatInspector inspector = new FormatInspector();
    inspector.eat(direct);
    assertThat(direct.position()).isEqualTo(3);
    assertThat(inspector.finish().findings()).hasSize(1);
  }

  @Test
  void overlaidFormatsAreAllReported() { // FMT-03
    byte[] both = TestImages.overlay(TestImages.iso(), TestImages.qcow2(), 0, 512);
    assertThat(TestImages.inspect(both).findings())
        .extracting(Finding::format)
        .containsExactly(DetectedFormat.QCOW2, DetectedFormat.ISO);
  }
}
