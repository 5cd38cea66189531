package io.glance.store.core.transfer;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Feeds one {@link ByteLane} in order on a shared executor, with a short queue: who brings more
 * waits. After a failure it lets all further buffers pass by, so nobody waits for a dead lane.
 */
final class SerialLane {
  private static final int WINDOW = 4;

  private final ByteLane lane;
  private final Executor executor;
  private final Semaphore room = new Semaphore(WINDOW);
  private final Queue<Lease> queue = new ArrayDeque<>();
  private final CountDownLatch done = new CountDownLatch(1);
  private boolean scheduled;
  private boolean closed;
  private volatile boolean discarding;
  private volatile @Nullable Throwable failure;

  SerialLane(ByteLane lane, Executor executor) {
    this.lane = lane;
    this.executor = executor;
  }

  /** Hands over one hold on the lease. */
  void offer(Lease lease) throws InterruptedException {
    room.acquire();
    lease.retain();
    synchronized (this) {
      queue.add(lease);
      schedule();
    }
  }

  /** No more bytes come; without a full transfer the lane is not told of the end. */
  synchronized void close(boolean complete) {
    closed = true;
    discarding |= !complete;
    schedule();
  }

  /** Waits until all offered bytes are seen and released. */
  void await() throws InterruptedException {
    done.await();
  }

  /** What the lane threw; null while it is well. */
  @Nullable Throwable failure() {
    return failure;
  }

  private void schedule() {
    if (!scheduled) {
      scheduled = true;
      try {
        executor.execute(this::run);
      } catch (RejectedExecutionException e) {
        fail(e);
        run();
      }
    }
  }

  private void run() {
    Lease lease = next();
    while (lease != null) {
      try {
        if (!discarding) {
          lane.accept(lease.filled());
        }
      } catch (TransferException | RuntimeException | Error e) {
        fail(e);
      } finally {
        lease.release();
        room.release();
      }
      lease = next();
    }
  }

  private @Nullable Lease next() {
    synchronized (this) {
      Lease lease = queue.poll();
      if (lease != null) {
        return lease;
      }
      scheduled = false;
      if (!closed) {
        return null;
      }
    }
    finish();
    return null;
  }

  private void finish() {
    try {
      if (!discarding) {
        lane.end();
      }
    } catch (TransferException | RuntimeException | Error e) {
      fail(e);
    } finally {
      done.countDown();
    }
  }

  private void fail(Throwable thrown) {
    failure = thrown;
    discarding = true;
  }
}
