package io.glance.store.core;

import io.glance.store.spi.ImageReader;
import io.glance.store.spi.StoreException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** A reader that hands every call to another one. */
abstract class ForwardingReader implements ImageReader {
  private final ImageReader next;

  ForwardingReader(ImageReader next) {
    this.next = next;
  }

  @Override
  public long size() {
    return next.size();
  }

  @Override
  public int read(ByteBuffer into, long position) throws StoreException {
    return next.read(into, position);
  }

  @Override
  public Optional<Path> localFile() {
    return next.localFile();
  }

  @Override
  public void close() {
    next.close();
  }
}
