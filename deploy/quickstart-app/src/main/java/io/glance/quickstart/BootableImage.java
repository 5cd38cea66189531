package io.glance.quickstart;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A disk that boots on any PC with a BIOS: it says a line and halts. Its bytes are the same every
 * time.
 */
final class BootableImage {
  static final long VIRTUAL_SIZE = 64L << 20;

  private static final int DATA_CLUSTERS = 256;

  private BootableImage() {}

  /** Writes the disk as qcow2: 16 MiB of data on a disk of 64 MiB. */
  static void writeQcow2(Path path) throws IOException {
    try (Qcow2Writer writer = new Qcow2Writer(path, VIRTUAL_SIZE)) {
      for (int i = 0; i < DATA_CLUSTERS; i++) {
        writer.write(cluster(i));
      }
    }
  }

  /** Writes the same disk byte by byte. */
  static void writeRaw(Path path) throws IOException {
    try (OutputStream out = Files.newOutputStream(path)) {
      for (long i = 0; i < VIRTUAL_SIZE / Qcow2Writer.CLUSTER; i++) {
        out.write(i < DATA_CLUSTERS ? cluster((int) i) : new byte[Qcow2Writer.CLUSTER]);
      }
    }
  }

  private static byte[] cluster(int index) {
    byte[] cluster = new byte[Qcow2Writer.CLUSTER];
    if (index == 0) {
      return Arrays.copyOf(BootSector.of(VIRTUAL_SIZE / BootSector.LENGTH), cluster.length);
    }
    byte[] text = "cluster %03d of the quickstart's disk\n".formatted(index).getBytes(US_ASCII);
    for (int at = 0; at < cluster.length; at++) {
      cluster[at] = text[at % text.length];
    }
    return cluster;
  }
}
