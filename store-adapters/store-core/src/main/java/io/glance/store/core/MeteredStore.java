package io.glance.store.core;

import io.glance.store.spi.Caller;
import io.glance.store.spi.Hint;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreLocation;
import io.glance.store.spi.Stored;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * Counts what a store does: {@code glance.store.operation} (timer by store, operation, outcome),
 * {@code glance.store.bytes} (counter by store and direction).
 */
final class MeteredStore extends ForwardingStore {
  private final MeterRegistry meters;
  private final Counter written;
  private final Counter read;

  MeteredStore(Store next, MeterRegistry meters) {
    super(next);
    this.meters = meters;
    this.written = bytes("write");
    this.read = bytes("read");
  }

  @Override
  public ImageWriter create(String imageId, StoreLocation planned, Hint hint, Caller caller)
      throws StoreException {
    return new MeteredWriter(timed("create", () -> super.create(imageId, planned, hint, caller)));
  }

  @Override
  public ImageReader open(StoreLocation location, Caller caller) throws StoreException {
    return new MeteredReader(timed("open", () -> super.open(location, caller)));
  }

  @Override
  public void delete(StoreLocation location, Caller caller) throws StoreException {
    timed(
        "delete",
        () -> {
          super.delete(location, caller);
          return location;
        });
  }

  private Counter bytes(String direction) {
    return Counter.builder("glance.store.bytes")
        .tag("store", id())
        .tag("direction", direction)
        .baseUnit("bytes")
        .register(meters);
  }

  private <T> T timed(String operation, Call<T> call) throws StoreException {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "broken";
    try {
      T result = call.run();
      outcome = "ok";
      return result;
    } catch (StoreException e) {
      outcome = e.kind().name().toLowerCase(Locale.ROOT);
      throw e;
    } finally {
      sample.stop(
          Timer.builder("glance.store.operation")
              .tag("store", id())
              .tag("operation", operation)
              .tag("outcome", outcome)
              .register(meters));
    }
  }

  private interface Call<T> {
    T run() throws StoreException;
  }

  private final class MeteredWriter extends ForwardingWriter {
    MeteredWriter(ImageWriter next) {
      super(next);
    }

    @Override
    public void write(ByteBuffer data) throws StoreException {
      int length = data.remaining();
      super.write(data);
      written.increment(length);
    }

    @Override
    public Stored commit() throws StoreException {
      return timed("commit", super::commit);
    }
  }

  private final class MeteredReader extends ForwardingReader {
    MeteredReader(ImageReader next) {
      super(next);
    }

    @Override
    public int read(ByteBuffer into, long position) throws StoreException {
      int length = super.read(into, position);
      read.increment(Math.max(0, length));
      return length;
    }
  }
}
