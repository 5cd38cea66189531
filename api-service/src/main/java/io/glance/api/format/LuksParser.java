package io.glance.api.format;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An encrypted volume: LUKS version 1 only, as QEMU reads it. */
final class LuksParser extends HeaderParser {
  private static final int HEADER_LENGTH = 592;

  LuksParser() {
    super(HEADER_LENGTH);
  }

  @Override
  @Nullable Finding examine(Region header, long size) {
    if (!header.has(0, "LUKS\u00ba\u00be")) {
      return null;
    }
    if (!header.isComplete()) {
      return Finding.unsafe(DetectedFormat.LUKS, Violation.malformed("ends within the header"));
    }
    ByteBuffer fields = header.bigEndian();
    if (fields.getShort(6) != 1) {
      return Finding.unsafe(DetectedFormat.LUKS, new Violation("version", "not version 1"));
    }
    long payload = Integer.toUnsignedLong(fields.getInt(104)) * SECTOR;
    return new Finding(DetectedFormat.LUKS, Math.max(0, size - payload), List.of());
  }
}
