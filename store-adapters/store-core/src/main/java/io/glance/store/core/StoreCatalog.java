package io.glance.store.core;

import io.glance.store.spi.StoreLocation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The configured stores, without the reserved ones ({@code os_glance_*}). */
public interface StoreCatalog {
  /** Whether {@code enabled_backends} is set: locations then name their store. */
  boolean multiStore();

  /** All stores in the order of the configuration. */
  List<ConfiguredStore> stores();

  /** Takes uploads that name no store. */
  ConfiguredStore defaultStore();

  /** The store of an id. */
  Optional<ConfiguredStore> find(String id);

  /**
   * The store that serves a location: the named one where it is configured, else the one that owns
   * the location (STORE-06).
   */
  Optional<ConfiguredStore> locate(StoreLocation location, @Nullable String storeId);
}
