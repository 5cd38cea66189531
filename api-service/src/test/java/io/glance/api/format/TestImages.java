package io.glance.api.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Small images of every format, written by hand from the formats' descriptions. */
final class TestImages {
  static final long DISK = 3L << 30;

  private static final String GOOD_DESCRIPTOR =
      """
      # Disk DescriptorFile
      version=1
      CID=12345678
      parentCID=ffffffff
      createType="monolithicSparse"

      # Extent description
      RW 6291456 SPARSE "disk.vmdk"

      # The Disk Data Base
      #DDB
      ddb.virtualHWVersion = "4"
      ddb.geometry.cylinders = "6241"
      """;

  private TestImages() {}

  static byte[] raw(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0xa7);
    return bytes;
  }

  static byte[] qcow2() {
    ByteBuffer image = big(64 * 1024);
    image.put(0, ascii("QFI\u00fb")).putInt(4, 3).putInt(20, 16).putLong(24, DISK);
    return image.array();
  }

  static byte[] qed() {
    return big(1024).put(0, ascii("QED\0")).array();
  }

  static byte[] vhd() {
    return big(4096).put(0, ascii("conectix")).putLong(40, DISK).array();
  }

  static byte[] vdi() {
    ByteBuffer image = little(4096).putInt(0x40, 0xbeda107f).putLong(0x170, DISK);
    return image.put(0, ascii("<<< Oracle VM VirtualBox Disk Image >>>\n")).array();
  }

  static byte[] luks() {
    ByteBuffer image = big(8192).put(0, ascii("LUKS\u00ba\u00be")).putShort(6, (short) 1);
    return image.putInt(104, 8).array();
  }

  static byte[] iso() {
    ByteBuffer image = little(40 * 1024);
    image.put(32768, (byte) 1).put(32769, ascii("CD001"));
    return image.putInt(32768 + 80, 1234).putShort(32768 + 128, (short) 2048).array();
  }

  static byte[] mbr() {
    ByteBuffer image = little(4096).putShort(510, (short) 0xaa55);
    image.put(446, (byte) 0x80).put(450, (byte) 0x83).putInt(454, 2048).putInt(458, 4096);
    return image.array();
  }

  static byte[] gpt() {
    ByteBuffer image = little(4096).putShort(510, (short) 0xaa55);
    image.put(448, (byte) 2).put(450, (byte) 0xee).putInt(454, 1).putInt(458, -1);
    return image.array();
  }

  static byte[] vhdx() {
    ByteBuffer image = little((2 << 20) + (128 << 10)).put(0, ascii("vhdxfile"));
    int table = 192 << 10;
    image.put(table, ascii("regi")).putInt(table + 8, 2);
    guid(image, table + 48, 0x8b7ca206, 0x4790, 0x4b9a, 0xb8fe575f050f886eL);
    int metadata = 2 << 20;
    image.putLong(table + 64, metadata).putInt(table + 72, 1 << 20);
    image.put(metadata, ascii("metadata")).putShort(metadata + 10, (short) 2);
    guid(image, metadata + 64, 0x2fa54224, 0xcd1b, 0x4876, 0xb2115dbed83bf4b8L);
    image.putInt(metadata + 80, 64 << 10).putInt(metadata + 84, 8);
    return image.putLong(metadata + (64 << 10), DISK).array();
  }

  static byte[] vmdk() {
    return vmdk(GOOD_DESCRIPTOR);
  }

  static byte[] vmdk(String descriptor) {
    ByteBuffer image = little(16 * 1024);
    vmdkHeader(image, 0, 21);
    return image.put(512, descriptor.getBytes(ISO_8859_1)).array();
  }

  static byte[] vmdkWithLine(String replaced, String line) {
    return vmdk(GOOD_DESCRIPTOR.replace(replaced, line));
  }

  static byte[] streamOptimizedVmdk() {
    ByteBuffer image = little(64 * 1024);
    image.put(vmdkWithLine("monolithicSparse", "streamOptimized")).putLong(56, -1);
    int footer = image.capacity() - 3 * 512;
    image.putLong(footer, 1).putInt(footer + 12, 3);
    vmdkHeader(image, footer + 512, 99);
    return image.array();
  }

  static byte[] descriptorFile() {
    String text = GOOD_DESCRIPTOR.replace("monolithicSparse", "monolithicFlat");
    return text.replace("SPARSE \"disk.vmdk\"", "FLAT \"/etc/passwd\" 0").getBytes(ISO_8859_1);
  }

  /** The image with one byte more or less at an index. */
  static byte[] with(byte[] image, int index, int value) {
    byte[] changed = image.clone();
    changed[index] = (byte) value;
    return changed;
  }

  /** Lays the leading bytes of one image over another. */
  static byte[] overlay(byte[] under, byte[] over, int from, int to) {
    byte[] both = under.clone();
    System.arraycopy(over, from, both, from, to - from);
    return both;
  }

  private static void vmdkHeader(ByteBuffer image, int at, long directory) {
    image.put(at, ascii("KDMV")).putInt(at + 4, 1).putLong(at + 12, DISK / 512);
    image.putLong(at + 28, 1).putLong(at + 36, 20).putLong(at + 56, directory);
  }

  private static void guid(ByteBuffer image, int at, int first, int second, int third, long last) {
    image.putInt(at, first).putShort(at + 4, (short) second).putShort(at + 6, (short) third);
    image.putLong(at + 8, Long.reverseBytes(last));
  }

  static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static ByteBuffer big(int length) {
    return ByteBuffer.allocate(length);
  }

  private static ByteBuffer little(int length) {
    return big(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  static Inspection inspect(byte[] image, int chunkLength) {
    FormatInspector inspector = new FormatInspector();
    for (int at = 0; at < image.length; at += chunkLength) {
      inspector.eat(ByteBuffer.wrap(image, at, Math.min(chunkLength, image.length - at)));
    }
    return inspector.finish();
  }

  static Inspection inspect(byte[] image) {
    return inspect(image, 64 * 1024);
  }
}
