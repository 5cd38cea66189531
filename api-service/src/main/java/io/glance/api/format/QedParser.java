package io.glance.api.format;

import org.jspecify.annotations.Nullable;

/** QEMU's abandoned QED format: recognised only to refuse it. */
final class QedParser extends HeaderParser {
  QedParser() {
    super(SECTOR);
  }

  @Override
  @Nullable Finding examine(Region header, long size) {
    if (!header.isComplete() || !header.has(0, "QED\0")) {
      return null;
    }
    return Finding.unsafe(DetectedFormat.QED, new Violation("banned", "QED is not allowed"));
  }
}
