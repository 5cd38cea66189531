package io.glance.api.format;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A format that the first bytes decide alone. */
abstract class HeaderParser implements FormatParser {
  static final int SECTOR = 512;

  private final Region header;

  HeaderParser(int headerLength) {
    header = new Region(0, headerLength);
  }

  @Override
  public final boolean eat(long position, ByteBuffer chunk) {
    header.eat(position, chunk);
    return !header.isComplete();
  }

  @Override
  public final @Nullable Finding finish(long size) {
    return examine(header, size);
  }

  /** The finding; the header may be shorter than asked for. */
  abstract @Nullable Finding examine(Region header, long size);
}
