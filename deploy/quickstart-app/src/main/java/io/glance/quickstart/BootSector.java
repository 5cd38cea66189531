package io.glance.quickstart;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** A master boot record whose code says a line through the BIOS, and one active partition. */
final class BootSector {
  static final int LENGTH = 512;

  /** What the machine says when it boots, on screen and first serial line. */
  static final String LINE = "Booted from an image that went through Glance.";

  static final int FIRST_SECTOR = 2048;

  private static final int LOADED_AT = 0x7c00;
  private static final int PARTITION_TABLE = 446;
  private static final byte LINUX = (byte) 0x83;

  // Real mode, one instruction a line.
  private static final String CODE =
      """
      31c0     xor ax, ax
      8ed8     mov ds, ax
      8ed0     mov ss, ax
      bc007c   mov sp, 0x7c00
      fc       cld
      be----   mov si, line
      ac       next: lodsb
      08c0     or al, al
      7411     jz end
      50       push ax
      b40e     mov ah, 0x0e
      bb0700   mov bx, 7
      cd10     int 0x10       ; teletype
      58       pop ax
      b401     mov ah, 1
      31d2     xor dx, dx
      cd14     int 0x14       ; serial line 0
      ebea     jmp next
      f4       end: hlt
      ebfd     jmp end
      """;

  private BootSector() {}

  /** The sector of a disk of so many sectors. */
  static byte[] of(long sectors) {
    StringBuilder hex = new StringBuilder();
    CODE.lines().forEach(line -> hex.append(line, 0, line.indexOf(' ')));
    int lineAt = LOADED_AT + hex.length() / 2;
    String littleEndian = "%02x%02x".formatted(lineAt & 0xff, lineAt >> 8);
    byte[] code = HexFormat.of().parseHex(hex.toString().replace("----", littleEndian));
    ByteBuffer sector = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    sector.put(code).put((LINE + "\r\n\0").getBytes(US_ASCII));
    sector.position(PARTITION_TABLE);
    sector
        .put((byte) 0x80)
        .put(new byte[] {0x20, 0x21, 0}); // active, cylinder 0, head 32, sector 33
    sector.put(LINUX).put(new byte[] {(byte) 0xfe, (byte) 0xff, (byte) 0xff});
    sector.putInt(FIRST_SECTOR).putInt((int) (sectors - FIRST_SECTOR));
    return sector.putShort(LENGTH - 2, (short) 0xaa55).array();
  }
}
