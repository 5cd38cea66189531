package io.glance.api.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Microsoft's VHD (QEMU's vpc), dynamic or differencing: a copy of the footer is in front. */
final class VhdParser extends HeaderParser {
  VhdParser() {
    super(SECTOR);
  }

  @Override
  @Nullable Finding examine(Region header, long size) {
    if (!header.has(0, "conectix")) {
      return null;
    }
    if (!header.isComplete()) {
      return Finding.unsafe(DetectedFormat.VHD, Violation.malformed("ends within the footer"));
    }
    return Finding.sized(DetectedFormat.VHD, header.bigEndian().getLong(40), List.of());
  }
}
