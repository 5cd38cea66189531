package io.glance.store.spi;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of one image, readable from any position. For one thread at a time. */
public interface ImageReader extends AutoCloseable {
  /** Bytes in all; below 0 where the store can't tell. */
  long size();

  /**
   * Reads into the buffer's remaining room. Calls in sequence reuse the open stream.
   *
   * @param position byte of the image to begin with
   * @return bytes read, at least 1; -1 at the end
   * @throws StoreException UNAVAILABLE, NOT_FOUND, BROKEN
   */
  int read(ByteBuffer into, long position) throws StoreException;

  /** A file of this machine with exactly these bytes, for sending without copying. */
  default Optional<Path> localFile() {
    return Optional.empty();
  }

  @Override
  void close();
}
