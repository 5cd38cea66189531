package io.glance.store.core;

import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreLocation;
import io.glance.store.spi.Stored;
import java.nio.ByteBuffer;

/** A writer that hands every call to another one. */
abstract class ForwardingWriter implements ImageWriter {
  private final ImageWriter next;

  ForwardingWriter(ImageWriter next) {
    this.next = next;
  }

  @Override
  public StoreLocation location() {
    return next.location();
  }

  @Override
  public void write(ByteBuffer data) throws StoreException {
    next.write(data);
  }

  @Override
  public Stored commit() throws StoreException {
    return next.commit();
  }

  @Override
  public void undo() throws StoreException {
    next.undo();
  }

  @Override
  public void close() {
    next.close();
  }
}
