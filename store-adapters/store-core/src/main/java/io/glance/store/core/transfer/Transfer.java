package io.glance.store.core.transfer;

import io.glance.store.spi.ImageWriter;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * What to move where.
 *
 * @param source read to its end by the calling thread; the caller closes it
 * @param writers each gets all bytes, in turn; closed (aborted) where the transfer fails, else left
 *     to the caller to commit. May be empty: then bytes are only hashed.
 * @param multihash the second digest beside MD5
 * @param size bytes announced; empty while unknown
 * @param limit most bytes allowed
 * @param lanes further lookers-on
 * @param cancelled asked between buffers
 */
public record Transfer(
    InputStream source,
    List<ImageWriter> writers,
    HashAlgorithm multihash,
    OptionalLong size,
    long limit,
    List<ByteLane> lanes,
    BooleanSupplier cancelled) {

  /**
   * What came through.
   *
   * @param size bytes
   * @param checksum MD5 in hex
   * @param multihash in hex
   */
  public record Result(long size, String checksum, String multihash) {}
}
