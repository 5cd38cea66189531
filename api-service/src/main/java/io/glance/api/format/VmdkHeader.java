package io.glance.api.format;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A sparse extent's header, in front or in the footer.
 *
 * @param capacity sectors of the disk
 * @param descriptorAt sector
 * @param descriptorSectors unsigned
 * @param directoryAt sector of the grain directory; all ones: a footer says where
 */
record VmdkHeader(
    int magic,
    int version,
    long capacity,
    long descriptorAt,
    long descriptorSectors,
    long directoryAt) {
  static final int DESCRIPTOR_OFFSET = 512;

  private static final int SECTOR = 512;
  private static final long DIRECTORY_AT_END = -1;

  static VmdkHeader read(ByteBuffer bytes, int at) {
    return new VmdkHeader(
        bytes.getInt(at),
        bytes.getInt(at + 4),
        bytes.getLong(at + 12),
        bytes.getLong(at + 28),
        bytes.getLong(at + 36),
        bytes.getLong(at + 56));
  }

  boolean hasFooter() {
    return directoryAt == DIRECTORY_AT_END;
  }

  @Nullable String fault() {
    if (version < 1 || version > 3) {
      return "unsupported version";
    }
    if (descriptorAt != 1 || descriptorSectors == 0) {
      return "the descriptor does not follow the header";
    }
    return null;
  }

  /** Bytes; more than a region may have is cut there, as QEMU does. */
  long descriptorLength() {
    boolean fits = descriptorSectors > 0 && descriptorSectors <= Region.MAX_LENGTH / SECTOR;
    return fits ? descriptorSectors * SECTOR : Region.MAX_LENGTH;
  }

  /** Bytes; negative where the capacity is impossible. */
  long virtualSize() {
    return capacity < 0 || capacity > Long.MAX_VALUE / SECTOR ? -1 : capacity * SECTOR;
  }
}
