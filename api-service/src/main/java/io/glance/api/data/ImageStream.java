package io.glance.api.data;

import io.glance.api.data.LocationOrder.Source;
import io.glance.store.spi.Caller;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an image out of the first of its locations that has them; where one fails on the
 * way, the next goes on at the same byte (REL-10).
 */
public final class ImageStream implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ImageStream.class);

  private final Deque<Source> sources;
  private final Caller caller;
  private long size;
  private @Nullable ImageReader reader;
  private @Nullable StoreException lastFailure;
  private boolean allMissing = true;

  /**
   * A stream that is not open yet.
   *
   * @param size bytes the image must have; below 0 where unknown
   */
  ImageStream(List<Source> sources, long size, Caller caller) {
    this.sources = new ArrayDeque<>(sources);
    this.size = size;
    this.caller = caller;
  }

  /**
   * Opens the next location that has the image in its full length.
   *
   * @throws StoreException NOT_FOUND where no location has any bytes, else the last failure
   */
  ImageReader open() throws StoreException {
    while (!sources.isEmpty()) {
      try {
        ImageReader opened = open(sources.removeFirst());
        reader = opened;
        return opened;
      } catch (StoreException e) {
        note(e);
      }
    }
    StoreException last = lastFailure;
    if (last == null || allMissing) {
      throw new StoreException(Kind.NOT_FOUND, "no location has the image's bytes", last);
    }
    throw last.kind() == Kind.NOT_FOUND
        ? new StoreException(Kind.UNAVAILABLE, "no location could be read", last)
        : last;
  }

  private ImageReader open(Source source) throws StoreException {
    ImageReader opened = source.store().store().open(source.location(), caller);
    if (size >= 0 && opened.size() >= 0 && opened.size() != size) {
      long actual = opened.size();
      opened.close();
      throw new StoreException(
          Kind.BROKEN, "the bytes have length " + actual + " instead of " + size);
    }
    if (size < 0) {
      size = opened.size();
    }
    return opened;
  }

  /** Bytes of the image; below 0 where even the store can't tell. */
  long size() {
    return size;
  }

  /**
   * Reads into the buffer's remaining room.
   *
   * @return bytes read, at least 1
   * @throws StoreException where no location can go on; an early end is a failure too
   */
  public int read(ByteBuffer into, long position) throws StoreException {
    while (true) {
      ImageReader current = reader == null ? open() : reader;
      int start = into.position();
      try {
        int length = current.read(into, position);
        if (length > 0) {
          return length;
        }
        throw new StoreException(Kind.BROKEN, "the bytes end at " + position);
      } catch (StoreException e) {
        into.position(start);
        note(e);
        allMissing = false;
        close();
      }
    }
  }

  private void note(StoreException e) {
    LOG.warnf("%s: a location failed: %s", caller.requestId(), e.getMessage());
    lastFailure = e;
    allMissing &= e.kind() == Kind.NOT_FOUND;
  }

  @Override
  public void close() {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
