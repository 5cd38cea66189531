package io.glance.api.format;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft's VHDX. The virtual size is found along a chain: region table, metadata table, item.
 * Each link must point forward and is kept at its largest legal size at most; a broken chain is
 * refused.
 */
final class VhdxParser implements FormatParser {
  private static final int TABLE_LENGTH = 64 * 1024;
  private static final int REGION_TABLE = 192 * 1024;
  private static final int FIRST_REGION = 1 << 20;
  private static final int MAX_ENTRIES = 2047;
  private static final int ENTRY_LENGTH = 32;
  private static final UUID METADATA = UUID.fromString("8b7ca206-4790-4b9a-b8fe-575f050f886e");
  private static final UUID DISK_SIZE = UUID.fromString("2fa54224-cd1b-4876-b211-5dbed83bf4b8");

  private final Region identifier = new Region(0, 8);
  private final Region regionTable = new Region(REGION_TABLE, TABLE_LENGTH);
  private @Nullable Region metadata;
  private @Nullable Region diskSize;
  private @Nullable String fault;

  @Override
  public boolean eat(long position, ByteBuffer chunk) {
    identifier.eat(position, chunk);
    if (!identifier.isComplete()) {
      return true;
    }
    if (fault != null || !identifier.has(0, "vhdxfile")) {
      return false;
    }
    regionTable.eat(position, chunk);
    if (regionTable.isComplete() && metadata == null) {
      metadata = findMetadata();
    }
    if (metadata != null) {
      metadata.eat(position, chunk);
      if (metadata.isComplete() && diskSize == null) {
        diskSize = findDiskSize(metadata);
      }
    }
    if (diskSize != null) {
      diskSize.eat(position, chunk);
    }
    return fault == null && (diskSize == null || !diskSize.isComplete());
  }

  @Override
  public @Nullable Finding finish(long size) {
    if (!identifier.has(0, "vhdxfile")) {
      return null;
    }
    if (fault != null || diskSize == null || !diskSize.isComplete()) {
      String reason = fault == null ? "ends before the virtual size" : fault;
      return Finding.unsafe(DetectedFormat.VHDX, Violation.malformed(reason));
    }
    return Finding.sized(DetectedFormat.VHDX, diskSize.littleEndian().getLong(0), List.of());
  }

  private @Nullable Region findMetadata() {
    ByteBuffer table = regionTable.littleEndian();
    int entry = regionTable.has(0, "regi") ? find(METADATA, table, 16, table.getInt(8)) : -1;
    long offset = entry < 0 ? -1 : table.getLong(entry + 16);
    if (offset < FIRST_REGION || offset > Long.MAX_VALUE / 2) {
      fault = "no usable metadata region";
      return null;
    }
    return new Region(offset, TABLE_LENGTH);
  }

  private @Nullable Region findDiskSize(Region from) {
    ByteBuffer table = from.littleEndian();
    int count = Short.toUnsignedInt(table.getShort(10));
    int entry = from.has(0, "metadata") ? find(DISK_SIZE, table, ENTRY_LENGTH, count) : -1;
    long offset = entry < 0 ? -1 : Integer.toUnsignedLong(table.getInt(entry + 16));
    if (offset < TABLE_LENGTH) {
      fault = "no usable virtual size";
      return null;
    }
    return new Region(from.start() + offset, Long.BYTES);
  }

  /** The index of the entry with an id, -1 where there is none or the table is impossible. */
  private static int find(UUID id, ByteBuffer table, int first, int count) {
    if (count < 0 || count > MAX_ENTRIES) {
      return -1;
    }
    for (int i = 0, at = first; i < count && at + ENTRY_LENGTH <= table.limit(); i++) {
      if (id.equals(guid(table, at))) {
        return at;
      }
      at += ENTRY_LENGTH;
    }
    return -1;
  }

  private static UUID guid(ByteBuffer table, int at) {
    long high =
        Integer.toUnsignedLong(table.getInt(at)) << 32
            | Short.toUnsignedLong(table.getShort(at + 4)) << 16
            | Short.toUnsignedLong(table.getShort(at + 6));
    return new UUID(high, Long.reverseBytes(table.getLong(at + 8)));
  }
}
