package io.glance.quickstart;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootableImageTest {
  private static final long OFFSET_MASK = 0x00ff_ffff_ffff_fe00L;

  @TempDir Path directory;

  @Test
  void theBootSectorHasCodeALineAndOneActivePartition() {
    ByteBuffer sector = ByteBuffer.wrap(BootSector.of(131_072)).order(ByteOrder.LITTLE_ENDIAN);
    int lineAt = (sector.getShort(11) & 0xffff) - 0x7c00;
    byte[] line = new byte[BootSector.LINE.length()];
    sector.get(lineAt, line);
    assertThat(new String(line, US_ASCII)).isEqualTo(BootSector.LINE);
    assertThat(sector.get(446)).isEqualTo((byte) 0x80);
    assertThat(sector.getInt(454)).isEqualTo(BootSector.FIRST_SECTOR);
    assertThat(sector.getInt(458)).isEqualTo(131_072 - BootSector.FIRST_SECTOR);
    assertThat(sector.getShort(510)).isEqualTo((short) 0xaa55);
  }

  @Test
  void jumpsInTheBootCodeLandOnInstructions() {
    byte[] sector = BootSector.of(131_072);
    int lodsb = 13;
    assertThat(sector[lodsb]).isEqualTo((byte) 0xac);
    int jumpIfEnd = lodsb + 3;
    assertThat(sector[jumpIfEnd]).isEqualTo((byte) 0x74);
    int halt = jumpIfEnd + 2 + sector[jumpIfEnd + 1];
    assertThat(sector[halt]).isEqualTo((byte) 0xf4);
    assertThat(sector[halt - 2]).isEqualTo((byte) 0xeb);
    assertThat(halt + sector[halt - 1]).isEqualTo(lodsb);
  }

  @Test
  void theQcow2HoldsTheRawDisk() throws IOException {
    Path qcow2 = directory.resolve("disk.qcow2");
    Path raw = directory.resolve("disk.raw");
    BootableImage.writeQcow2(qcow2);
    BootableImage.writeRaw(raw);
    ByteBuffer image = ByteBuffer.wrap(Files.readAllBytes(qcow2));
    ByteBuffer disk = ByteBuffer.wrap(Files.readAllBytes(raw));
    assertThat(image.getLong(24)).isEqualTo(disk.capacity()).isEqualTo(BootableImage.VIRTUAL_SIZE);
    int l1 = (int) image.getLong(40);
    int l2 = (int) (image.getLong(l1) & OFFSET_MASK);
    for (int i = 0; i < disk.capacity() / Qcow2Writer.CLUSTER; i++) {
      int data = (int) (image.getLong(l2 + i * Long.BYTES) & OFFSET_MASK);
      ByteBuffer expected = disk.slice(i * Qcow2Writer.CLUSTER, Qcow2Writer.CLUSTER);
      ByteBuffer found =
          data == 0
              ? ByteBuffer.allocate(Qcow2Writer.CLUSTER)
              : image.slice(data, Qcow2Writer.CLUSTER);
      assertThat(found).as("cluster %d", i).isEqualTo(expected);
    }
  }

  @Test
  void everyClusterOfTheQcow2IsCountedOnce() throws IOException {
    Path qcow2 = directory.resolve("disk.qcow2");
    BootableImage.writeQcow2(qcow2);
    ByteBuffer image = ByteBuffer.wrap(Files.readAllBytes(qcow2));
    int block = (int) image.getLong((int) image.getLong(48));
    int clusters = image.capacity() / Qcow2Writer.CLUSTER;
    for (int i = 0; i <= clusters; i++) {
      assertThat(image.getShort(block + i * Short.BYTES)).isEqualTo((short) (i < clusters ? 1 : 0));
    }
  }

  @Test
  void aDiskBeyondOneTableIsRefused() {
    Path path = directory.resolve("big.qcow2");
    assertThatThrownBy(() -> new Qcow2Writer(path, (512L << 20) + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(path).doesNotExist();
  }
}
