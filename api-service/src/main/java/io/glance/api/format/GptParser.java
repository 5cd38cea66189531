package io.glance.api.format;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disk with a partition table: an MBR, alone or protecting a GPT. A FAT file system carries the
 * same boot signature and is none.
 */
final class GptParser extends HeaderParser {
  private static final short BOOT_SIGNATURE = (short) 0xaa55;
  private static final int TABLE = 446;
  private static final int ENTRY_LENGTH = 16;
  private static final int ENTRIES = 4;
  private static final int GPT_PROTECTIVE = 0xee;
  private static final int CHS_OF_FIRST_SECTOR = 0x000200;

  GptParser() {
    super(SECTOR);
  }

  @Override
  @Nullable Finding examine(Region header, long size) {
    ByteBuffer fields = header.littleEndian();
    if (!header.isComplete() || fields.getShort(510) != BOOT_SIGNATURE || isFat(fields)) {
      return null;
    }
    String fault = partitionFault(fields);
    return fault == null
        ? new Finding(DetectedFormat.GPT, size, List.of())
        : new Finding(DetectedFormat.GPT, size, List.of(new Violation("mbr", fault)));
  }

  private static boolean isFat(ByteBuffer fields) {
    return fields.get(0x10) == 2 && (fields.get(0x15) & 0xff) == 0xf8;
  }

  private static @Nullable String partitionFault(ByteBuffer fields) {
    int used = 0;
    boolean protective = false;
    for (int i = 0; i < ENTRIES; i++) {
      int entry = TABLE + i * ENTRY_LENGTH;
      if ((fields.get(entry) & 0x7f) != 0) {
        return "a partition has an invalid boot flag";
      }
      int type = fields.get(entry + 4) & 0xff;
      if (type == GPT_PROTECTIVE) {
        protective = true;
        if (chs(fields, entry + 1) != CHS_OF_FIRST_SECTOR || fields.getInt(entry + 8) != 1) {
          return "the protective partition does not start at the first sector";
        }
      }
      used |= type == 0 ? 0 : 1 << i;
    }
    if (protective && used != 1) {
      return "there are partitions beside the protective one";
    }
    return used == 0 ? "there is no partition" : null;
  }

  private static int chs(ByteBuffer fields, int at) {
    return (fields.get(at) & 0xff) << 16
        | (fields.get(at + 1) & 0xff) << 8
        | (fields.get(at + 2) & 0xff);
  }
}
