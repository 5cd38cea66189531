package io.glance.api.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The last bytes of a stream. */
final class TailRegion {
  private final byte[] bytes;
  private int filled;

  TailRegion(int length) {
    bytes = new byte[length];
  }

  void eat(ByteBuffer chunk) {
    int count = Math.min(bytes.length, chunk.remaining());
    int kept = Math.min(filled, bytes.length - count);
    System.arraycopy(bytes, filled - kept, bytes, 0, kept);
    chunk.get(chunk.limit() - count, bytes, kept, count);
    filled = kept + count;
  }

  boolean isComplete() {
    return filled == bytes.length;
  }

  ByteBuffer littleEndian() {
    return ByteBuffer.wrap(bytes, 0, filled).order(ByteOrder.LITTLE_ENDIAN);
  }
}
