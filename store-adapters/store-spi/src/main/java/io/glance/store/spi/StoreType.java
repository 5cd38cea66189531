package io.glance.store.spi;

import java.util.List;
import java.util.Set;

/** One kind of store ({@code file}). Found by {@link java.util.ServiceLoader}. */
public interface StoreType {
  /** The value used in {@code enabled_backends} and {@code stores}. */
  String name();

  /** URI schemes of the locations it reads. */
  Set<String> schemes();

  /** Its options: the sample file, the reference and the checks at start come from here. */
  List<StoreOption> options();

  /**
   * Names of what a store of these settings must have for itself, such as its directories: two
   * stores that claim the same name don't start.
   *
   * @throws StoreException INVALID for a bad value
   */
  default Set<String> claims(StoreSettings settings) throws StoreException {
    return Set.of();
  }

  /**
   * Opens a configured store. A store that can't be written to for its configuration opens without
   * {@link Capability#WRITE}.
   *
   * @throws StoreException INVALID for a bad value; the message names the option
   */
  Store open(StoreSettings settings) throws StoreException;
}
