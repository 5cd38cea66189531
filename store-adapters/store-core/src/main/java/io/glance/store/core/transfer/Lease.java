package io.glance.store.core.transfer;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** A lent buffer: goes back to its pool once the last holder released it. */
final class Lease {
  private final BufferPool pool;
  private final byte[] array;
  private final AtomicInteger holders = new AtomicInteger(1);
  private int length;

  Lease(BufferPool pool, byte[] array) {
    this.pool = pool;
    this.array = array;
  }

  byte[] array() {
    return array;
  }

  int length() {
    return length;
  }

  int room() {
    return array.length - length;
  }

  void grow(int bytes) {
    length += bytes;
  }

  /** What was filled in, read-only for its receiver. */
  ByteBuffer filled() {
    return ByteBuffer.wrap(array, 0, length);
  }

  void retain() {
    holders.incrementAndGet();
  }

  void release() {
    if (holders.decrementAndGet() == 0) {
      pool.giveBack(array);
    }
  }
}
