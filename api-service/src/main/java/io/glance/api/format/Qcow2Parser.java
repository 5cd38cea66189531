package io.glance.api.format;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * QEMU's copy-on-write format. Refused: a backing file or external data file (they make a consumer
 * open other files), features nobody knows and versions other than 2 and 3.
 */
final class Qcow2Parser extends HeaderParser {
  private static final int EXTERNAL_DATA_FILE = 1 << 2;
  private static final int KNOWN_FEATURES = 0b1111;

  Qcow2Parser() {
    super(SECTOR);
  }

  @Override
  @Nullable Finding examine(Region header, long size) {
    if (!header.isComplete() || !header.has(0, "QFI\u00fb")) {
      return null;
    }
    ByteBuffer fields = header.bigEndian();
    int version = fields.getInt(4);
    List<Violation> violations = new ArrayList<>();
    if (fields.getLong(8) != 0) {
      violations.add(new Violation("backing_file", "the image has a backing file"));
    }
    if (version == 3) {
      checkFeatures(fields.getLong(72), violations);
    } else if (version != 2) {
      violations.add(new Violation("unknown_features", "unsupported version"));
    }
    return Finding.sized(DetectedFormat.QCOW2, fields.getLong(24), violations);
  }

  private static void checkFeatures(long incompatible, List<Violation> violations) {
    if ((incompatible & EXTERNAL_DATA_FILE) != 0) {
      violations.add(new Violation("data_file", "the data is in another file"));
    }
    if ((incompatible & ~KNOWN_FEATURES) != 0) {
      violations.add(new Violation("unknown_features", "unknown incompatible features"));
    }
  }
}
