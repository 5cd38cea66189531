package io.glance.store.testkit;

import io.glance.store.spi.Caller;
import io.glance.store.spi.Hint;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreLocation;
import io.glance.store.spi.Stored;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/** Bytes for tests, and the ways in and out of a store. */
public final class Bytes {
  /** Whoever asks in tests. */
  public static final Caller CALLER = Caller.of("req-test");

  private Bytes() {}

  /** The same bytes for the same length, without a pattern. */
  public static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  /** Writes an image in pieces and commits it. */
  public static Stored write(Store store, String imageId, byte[] bytes, Hint hint)
      throws StoreException {
    try (ImageWriter writer = store.create(imageId, store.plan(imageId, hint), hint, CALLER)) {
      pour(writer, bytes, 100_000);
      return writer.commit();
    }
  }

  /** Hands bytes to a writer in pieces. */
  public static void pour(ImageWriter writer, byte[] bytes, int piece) throws StoreException {
    for (int start = 0; start < bytes.length; start += piece) {
      writer.write(ByteBuffer.wrap(bytes, start, Math.min(piece, bytes.length - start)));
    }
  }

  /** Reads a whole image. */
  public static byte[] read(Store store, StoreLocation location) throws StoreException {
    try (ImageReader reader = store.open(location, CALLER)) {
      return read(reader, 0, Integer.MAX_VALUE);
    }
  }

  /** Reads at most so many bytes from a position on. */
  public static byte[] read(ImageReader reader, long position, int length) throws StoreException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(Math.min(length, 70_000));
    int got = 0;
    while (got >= 0 && out.size() < length) {
      buffer.clear().limit(Math.min(buffer.capacity(), length - out.size()));
      got = reader.read(buffer, position + out.size());
      out.write(buffer.array(), 0, Math.max(0, got));
    }
    return out.toByteArray();
  }
}
