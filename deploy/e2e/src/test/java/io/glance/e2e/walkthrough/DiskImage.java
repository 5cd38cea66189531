package io.glance.e2e.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Files that the clients upload. */
final class DiskImage {
  private DiskImage() {}

  /** A file with the header of a qcow2 image of 112 MiB and a megabyte behind it. */
  static Path qcow2(Path directory) {
    byte[] data = new byte[1 << 20];
    new Random(7).nextBytes(data);
    ByteBuffer header = ByteBuffer.allocate(512);
    header.putInt(0x514649fb).putInt(2).putLong(0).putInt(0).putInt(16).putLong(112L << 20);
    System.arraycopy(header.array(), 0, data, 0, 512);
    try {
      return Files.write(directory.resolve("cirros.img"), data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The MD5 of a file in hex. */
  static String md5(Path file) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
