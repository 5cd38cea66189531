package io.glance.api.format;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ISO 9660 and UDF: the first volume descriptor after the 32 KiB of the system area. */
final class IsoParser implements FormatParser {
  private static final int SYSTEM_AREA = 32 * 1024;
  private static final int PRIMARY_VOLUME = 1;

  private final Region descriptor = new Region(SYSTEM_AREA, 2048);

  @Override
  public boolean eat(long position, ByteBuffer chunk) {
    descriptor.eat(position, chunk);
    return !descriptor.isComplete();
  }

  @Override
  public @Nullable Finding finish(long size) {
    if (!descriptor.isComplete()
        || !(descriptor.has(1, "CD001")
            || descriptor.has(1, "NSR02")
            || descriptor.has(1, "NSR03"))) {
      return null;
    }
    return new Finding(DetectedFormat.ISO, volumeSize(descriptor.littleEndian()), List.of());
  }

  private static long volumeSize(ByteBuffer fields) {
    if (fields.get(0) != PRIMARY_VOLUME) {
      return 0;
    }
    long blocks = Integer.toUnsignedLong(fields.getInt(80));
    return blocks * Short.toUnsignedInt(fields.getShort(128));
  }
}
