package io.glance.store.core.transfer;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Buffers of one size for all transfers of a process. Never more than the set number are lent, so
 * memory doesn't grow with transfers or images. Arrays, not direct buffers: digests and streams
 * work on arrays.
 */
public final class BufferPool {
  private static final int MEBIBYTE = 1 << 20;

  private final int bufferBytes;
  private final int buffers;
  private final Semaphore free;
  private final Queue<byte[]> idle = new ConcurrentLinkedQueue<>();

  /**
   * A pool.
   *
   * @param buffers most buffers lent at once
   */
  public BufferPool(int bufferBytes, int buffers) {
    this.bufferBytes = bufferBytes;
    this.buffers = buffers;
    this.free = new Semaphore(buffers, true);
  }

  /** Buffers of 1 MiB, an eighth of the heap in all, at least 8 and at most 64. */
  public static BufferPool forHeap() {
    long share = Runtime.getRuntime().maxMemory() / 8 / MEBIBYTE;
    return new BufferPool(MEBIBYTE, (int) Math.max(8, Math.min(64, share)));
  }

  /** Bytes of one buffer. */
  public int bufferBytes() {
    return bufferBytes;
  }

  /** Buffers lent now. */
  public int lent() {
    return buffers - free.availablePermits();
  }

  /**
   * Whether less than half is lent: only then may a transfer wait for its source with a buffer in
   * hand. Otherwise sources that send slowly would starve the rest.
   */
  boolean plenty() {
    return free.availablePermits() > buffers / 2;
  }

  /** Lends a buffer; waits for one. The lease begins with one holder. */
  Lease lease() throws TransferException {
    try {
      if (!free.tryAcquire(60, TimeUnit.SECONDS)) {
        throw new TransferException(TransferException.Kind.BUSY, "no buffer in 60 seconds");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransferException(TransferException.Kind.CANCELLED, "interrupted", e);
    }
    byte[] array = idle.poll();
    return new Lease(this, array == null ? new byte[bufferBytes] : array);
  }

  void giveBack(byte[] array) {
    idle.add(array);
    free.release();
  }
}
