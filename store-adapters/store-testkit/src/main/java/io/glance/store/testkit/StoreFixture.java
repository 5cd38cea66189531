package io.glance.store.testkit;

import io.glance.store.spi.Store;
import io.glance.store.spi.StoreLocation;
import java.util.Optional;
import java.util.Set;

/** How a module's tests reach its backend. One fixture per test; closing it removes everything. */
public interface StoreFixture extends AutoCloseable {
  /**
   * Opens a store on the backend. Called again it stands for a process started anew: what an
   * earlier one left is there.
   */
  Store open() throws Exception;

  /** Names of all that is in the backend, finished or not; empty where nothing is. */
  Set<String> objects() throws Exception;

  /** Puts an image into the backend past the store, as another program would. */
  StoreLocation seed(String imageId, byte[] bytes) throws Exception;

  /** A store with little room, and less than 64 MiB of it; empty where that can't be had. */
  default Optional<Store> openNearlyFull() throws Exception {
    return Optional.empty();
  }

  @Override
  void close() throws Exception;
}
