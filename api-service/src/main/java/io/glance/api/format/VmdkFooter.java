package io.glance.api.format;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The end of a stream-optimized VMDK: footer marker, a second header that consumers prefer, end
 * marker. It must say the same as the header that was checked.
 */
final class VmdkFooter {
  static final int LENGTH = 3 * 512;

  private static final int MARKER_LENGTH = 512;
  private static final int MARKER_FIELDS = 16;
  private static final int END_OF_STREAM = 0;
  private static final int FOOTER = 3;

  private VmdkFooter() {}

  /** What is wrong with a footer; null: nothing. */
  static @Nullable String fault(ByteBuffer tail, VmdkHeader header) {
    VmdkHeader second = VmdkHeader.read(tail, MARKER_LENGTH);
    if (second.magic() != header.magic() || second.version() != header.version()) {
      return "header and footer differ in signature or version";
    }
    if (second.descriptorAt() != header.descriptorAt()
        || second.descriptorSectors() != header.descriptorSectors()) {
      return "the footer names another descriptor";
    }
    if (second.hasFooter()) {
      return "the footer announces another footer";
    }
    if (!isMarker(tail, 0, FOOTER)) {
      return "the footer marker is invalid";
    }
    int end = 2 * MARKER_LENGTH;
    return tail.getLong(end) == 0 && isMarker(tail, end, END_OF_STREAM)
        ? null
        : "the end marker is invalid";
  }

  private static boolean isMarker(ByteBuffer tail, int at, int type) {
    if (tail.getInt(at + 8) != 0 || tail.getInt(at + 12) != type) {
      return false;
    }
    for (int i = MARKER_FIELDS; i < MARKER_LENGTH; i++) {
      if (tail.get(at + i) != 0) {
        return false;
      }
    }
    return true;
  }
}
