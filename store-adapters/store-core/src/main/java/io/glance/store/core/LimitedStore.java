package io.glance.store.core;

import io.glance.store.spi.Caller;
import io.glance.store.spi.Hint;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreLocation;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Bounds how many readers, writers and deletes of a store are under way, so that a slow store can't
 * take all threads (REL-16). Who gets no turn in five seconds gets UNAVAILABLE.
 */
final class LimitedStore extends ForwardingStore {
  private static final long WAIT_SECONDS = 5;

  private final Semaphore turns;
  private final long waitMillis;

  LimitedStore(Store next, int limit) {
    this(next, limit, TimeUnit.SECONDS.toMillis(WAIT_SECONDS));
  }

  LimitedStore(Store next, int limit, long waitMillis) {
    super(next);
    this.turns = new Semaphore(limit, true);
    this.waitMillis = waitMillis;
  }

  @Override
  public ImageWriter create(String imageId, StoreLocation planned, Hint hint, Caller caller)
      throws StoreException {
    Turn turn = take();
    boolean kept = false;
    try {
      ImageWriter writer = super.create(imageId, planned, hint, caller);
      kept = true;
      return new LimitedWriter(writer, turn);
    } finally {
      turn.endUnless(kept);
    }
  }

  @Override
  public ImageReader open(StoreLocation location, Caller caller) throws StoreException {
    Turn turn = take();
    boolean kept = false;
    try {
      ImageReader reader = super.open(location, caller);
      kept = true;
      return new LimitedReader(reader, turn);
    } finally {
      turn.endUnless(kept);
    }
  }

  @Override
  public void delete(StoreLocation location, Caller caller) throws StoreException {
    Turn turn = take();
    try {
      super.delete(location, caller);
    } finally {
      turn.end();
    }
  }

  private Turn take() throws StoreException {
    try {
      if (turns.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
        return new Turn(turns);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(Kind.CANCELLED, "interrupted", e);
    }
    throw new StoreException(Kind.UNAVAILABLE, "store '" + id() + "' is busy");
  }

  private static final class Turn {
    private final Semaphore turns;
    private final AtomicBoolean ended = new AtomicBoolean();

    Turn(Semaphore turns) {
      this.turns = turns;
    }

    void end() {
      if (ended.compareAndSet(false, true)) {
        turns.release();
      }
    }

    void endUnless(boolean kept) {
      if (!kept) {
        end();
      }
    }
  }

  private static final class LimitedWriter extends ForwardingWriter {
    private final Turn turn;

    LimitedWriter(ImageWriter next, Turn turn) {
      super(next);
      this.turn = turn;
    }

    @Override
    public void close() {
      try {
        super.close();
      } finally {
        turn.end();
      }
    }
  }

  private static final class LimitedReader extends ForwardingReader {
    private final Turn turn;

    LimitedReader(ImageReader next, Turn turn) {
      super(next);
      this.turn = turn;
    }

    @Override
    public void close() {
      try {
        super.close();
      } finally {
        turn.end();
      }
    }
  }
}
