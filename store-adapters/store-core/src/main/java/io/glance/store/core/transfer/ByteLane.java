package io.glance.store.core.transfer;

import java.nio.ByteBuffer;

/**
 * Sees all bytes of a transfer in order, beside the writers: a digest, a format inspector, a
 * signature check. Called by one thread at a time; must not wait for anything.
 */
public interface ByteLane {
  /**
   * Takes the next bytes; it may neither keep nor change the buffer.
   *
   * @throws TransferException REFUSED to end the transfer
   */
  void accept(ByteBuffer data) throws TransferException;

  /**
   * All bytes were seen.
   *
   * @throws TransferException REFUSED to end the transfer
   */
  default void end() throws TransferException {}
}
