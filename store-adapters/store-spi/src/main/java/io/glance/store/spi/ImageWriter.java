package io.glance.store.spi;

import java.nio.ByteBuffer;

/**
 * Bytes on their way into a store, for one thread at a time. {@link #close()} without {@link
 * #commit()} aborts: nothing is left.
 */
public interface ImageWriter extends AutoCloseable {
  /** Where the bytes will be. */
  StoreLocation location();

  /**
   * Takes the buffer's remaining bytes; the buffer may be reused when it returns. Blocks while the
   * store can't take more.
   *
   * @throws StoreException FULL, DENIED, UNAVAILABLE, MISMATCH where more than the known size comes
   */
  void write(ByteBuffer data) throws StoreException;

  /**
   * Makes the bytes durable and then visible, all or nothing, without replacing anything.
   *
   * @throws StoreException DUPLICATE, MISMATCH, FULL, UNAVAILABLE
   */
  Stored commit() throws StoreException;

  /**
   * Takes back what {@link #commit()} made visible, where nobody can have been told of it yet. It
   * removes only what this writer wrote: bytes that another writer has put there since are left,
   * which {@link Store#delete} can't tell apart. Without a commit it does nothing.
   *
   * @throws StoreException as delete; NOT_FOUND is not an error
   */
  void undo() throws StoreException;

  @Override
  void close();
}
