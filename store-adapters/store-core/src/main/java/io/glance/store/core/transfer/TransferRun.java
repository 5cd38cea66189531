package io.glance.store.core.transfer;

import io.glance.store.core.transfer.TransferException.Kind;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** One transfer on its way. */
final class TransferRun {
  private static final int FIRST_READ = 16 * 1024;

  private final Transfer transfer;
  private final BufferPool pool;
  private final DigestLane md5 = new DigestLane(HashAlgorithm.MD5.digest());
  private final DigestLane multihash;
  private final List<SerialLane> lanes = new ArrayList<>();
  private final byte[] first = new byte[FIRST_READ];
  private long total;

  TransferRun(Transfer transfer, BufferPool pool, Executor executor) {
    this.transfer = transfer;
    this.pool = pool;
    this.multihash = new DigestLane(transfer.multihash().digest());
    lanes.add(new SerialLane(md5, executor));
    lanes.add(new SerialLane(multihash, executor));
    transfer.lanes().forEach(lane -> lanes.add(new SerialLane(lane, executor)));
  }

  Transfer.Result run() throws TransferException, StoreException {
    boolean complete = false;
    try {
      pump();
      complete = true;
    } catch (InterruptedException e) {
      throw TransferEngine.cancelled(e);
    } finally {
      for (SerialLane lane : lanes) {
        lane.close(complete);
      }
    }
    awaitLanes();
    if (transfer.size().isPresent() && transfer.size().getAsLong() != total) {
      throw new TransferException(
          Kind.WRONG_SIZE, "got " + total + " bytes of " + transfer.size().getAsLong());
    }
    return new Transfer.Result(total, md5.hex(), multihash.hex());
  }

  private void pump() throws TransferException, StoreException, InterruptedException {
    int length = readFirst();
    while (length >= 0) {
      Lease lease = pool.lease();
      try {
        System.arraycopy(first, 0, lease.array(), 0, length);
        lease.grow(length);
        fill(lease);
        hand(lease);
      } finally {
        lease.release();
      }
      length = readFirst();
    }
  }

  /** Waits for the source without holding a buffer of the pool. */
  private int readFirst() throws TransferException {
    try {
      return transfer.source().read(first, 0, Math.min(first.length, pool.bufferBytes()));
    } catch (IOException e) {
      throw new TransferException(Kind.SOURCE, "the source broke off", e);
    }
  }

  private void fill(Lease lease) throws TransferException {
    try {
      while (lease.room() > 0 && (pool.plenty() || transfer.source().available() > 0)) {
        int length = transfer.source().read(lease.array(), lease.length(), lease.room());
        if (length < 0) {
          return;
        }
        lease.grow(length);
      }
    } catch (IOException e) {
      throw new TransferException(Kind.SOURCE, "the source broke off", e);
    }
  }

  private void hand(Lease lease) throws TransferException, StoreException, InterruptedException {
    if (transfer.cancelled().getAsBoolean()) {
      throw new TransferException(Kind.CANCELLED, "cancelled");
    }
    total += lease.length();
    if (total > transfer.limit()) {
      throw new TransferException(Kind.TOO_LARGE, "more than " + transfer.limit() + " bytes");
    }
    if (transfer.size().isPresent() && total > transfer.size().getAsLong()) {
      throw new TransferException(Kind.WRONG_SIZE, "more bytes than announced");
    }
    for (SerialLane lane : lanes) {
      rethrow(lane.failure());
      lane.offer(lease);
    }
    for (ImageWriter writer : transfer.writers()) {
      writer.write(lease.filled());
    }
  }

  private void awaitLanes() throws TransferException {
    for (SerialLane lane : lanes) {
      try {
        lane.await();
      } catch (InterruptedException e) {
        throw TransferEngine.cancelled(e);
      }
      rethrow(lane.failure());
    }
  }

  private static void rethrow(@org.jspecify.annotations.Nullable Throwable failure)
      throws TransferException {
    if (failure instanceof TransferException refused) {
      throw refused;
    }
    if (failure != null) {
      throw new IllegalStateException("a lane of a transfer failed", failure);
    }
  }
}
