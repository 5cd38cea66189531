package io.glance.store.spi;

import java.util.OptionalLong;

/**
 * What is known of the bytes to come.
 *
 * @param size bytes; empty while unknown. A writer with a known size refuses any other at commit
 *     with MISMATCH.
 */
public record Hint(OptionalLong size) {
  /** Nothing known. */
  public static final Hint NONE = new Hint(OptionalLong.empty());

  /** A known size in bytes. */
  public static Hint ofSize(long size) {
    return new Hint(OptionalLong.of(size));
  }
}
