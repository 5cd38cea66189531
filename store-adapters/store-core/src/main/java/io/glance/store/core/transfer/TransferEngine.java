package io.glance.store.core.transfer;

import io.glance.store.core.transfer.TransferException.Kind;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.StoreException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs transfers. The calling thread reads the source and feeds the writers; digests and other
 * lanes run beside it on a few shared threads, so that the slowest of them sets the pace, not their
 * sum.
 */
public final class TransferEngine implements AutoCloseable {
  private final BufferPool pool;
  private final ExecutorService lanes;

  /** An engine with as many lane threads as the machine has processors, at least two. */
  public TransferEngine(BufferPool pool) {
    AtomicInteger number = new AtomicInteger();
    this.pool = pool;
    this.lanes =
        Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            task -> {
              Thread thread = new Thread(task, "transfer-lane-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** The buffers it works with. */
  public BufferPool pool() {
    return pool;
  }

  /**
   * Moves all bytes. Blocks until every lane and writer has them; the caller then commits the
   * writers. Where it throws, the writers are closed.
   *
   * @throws TransferException where source, size, limit or a lane ended it
   * @throws StoreException where a writer did
   */
  public Transfer.Result run(Transfer transfer) throws TransferException, StoreException {
    boolean complete = false;
    try {
      Transfer.Result result = new TransferRun(transfer, pool, lanes).run();
      complete = true;
      return result;
    } finally {
      if (!complete) {
        transfer.writers().forEach(ImageWriter::close);
      }
    }
  }

  static TransferException cancelled(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new TransferException(Kind.CANCELLED, "interrupted", e);
  }

  @Override
  public void close() {
    lanes.shutdown();
  }
}
