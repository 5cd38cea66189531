package io.glance.api.format;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** VirtualBox' VDI. */
final class VdiParser extends HeaderParser {
  private static final int SIGNATURE = 0xbeda107f;

  VdiParser() {
    super(SECTOR);
  }

  @Override
  @Nullable Finding examine(Region header, long size) {
    ByteBuffer fields = header.littleEndian();
    if (!header.isComplete() || fields.getInt(0x40) != SIGNATURE) {
      return null;
    }
    return Finding.sized(DetectedFormat.VDI, fields.getLong(0x170), List.of());
  }
}
