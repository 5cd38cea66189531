package io.glance.api.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A stretch of a stream, kept as it passes. Holds what has come, not what was announced. */
final class Region {
  static final int MAX_LENGTH = (1 << 20) - 1;

  private static final int FIRST_ALLOCATION = 1024;

  private final long offset;
  private final int length;
  private byte[] bytes;
  private int filled;

  /**
   * A region to fill.
   *
   * @param offset in the stream, bytes, not negative
   * @param length bytes, cut at {@link #MAX_LENGTH}
   */
  Region(long offset, long length) {
    this.offset = offset;
    this.length = (int) Math.min(length, MAX_LENGTH);
    this.bytes = new byte[Math.min(this.length, FIRST_ALLOCATION)];
  }

  /** A longer region that starts with the bytes of one at the same place. */
  static Region continuing(Region start, int length) {
    Region region = new Region(start.offset, length);
    region.append(ByteBuffer.wrap(start.bytes, 0, start.filled), 0, start.filled);
    return region;
  }

  void eat(long position, ByteBuffer chunk) {
    long skip = offset + filled - position;
    if (skip >= 0 && skip < chunk.remaining() && !isComplete()) {
      int count = Math.min(length - filled, chunk.remaining() - (int) skip);
      append(chunk, chunk.position() + (int) skip, count);
    }
  }

  private void append(ByteBuffer source, int index, int count) {
    if (bytes.length < filled + count) {
      bytes = Arrays.copyOf(bytes, Math.min(length, Math.max(filled + count, bytes.length * 2)));
    }
    source.get(index, bytes, filled, count);
    filled += count;
  }

  boolean isComplete() {
    return filled == length;
  }

  int filled() {
    return filled;
  }

  long start() {
    return offset;
  }

  long end() {
    return offset + length;
  }

  /** Whether the bytes at an index of the region are these (one character, one byte). */
  boolean has(int index, String magic) {
    if (index + magic.length() > filled) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if ((bytes[index + i] & 0xff) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  ByteBuffer bigEndian() {
    return ByteBuffer.wrap(bytes, 0, filled);
  }

  ByteBuffer littleEndian() {
    return bigEndian().order(ByteOrder.LITTLE_ENDIAN);
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, filled);
  }
}
