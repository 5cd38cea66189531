package io.glance.api.data;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.store.core.ConfiguredStore;
import io.glance.store.core.StoreCatalog;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which store takes an upload (UP-07). */
@Singleton
class UploadTarget {
  private final StoreCatalog catalog;
  private final UploadLimits limits;

  UploadTarget(StoreCatalog catalog, UploadLimits limits) {
    this.catalog = catalog;
    this.limits = limits;
  }

  /** How much may go there. */
  UploadLimits limits() {
    return limits;
  }

  /**
   * The named store, or the default one; in single-store mode names are ignored.
   *
   * @param name of {@code X-Image-Meta-Store}, null for none
   */
  ConfiguredStore choose(@Nullable String name) {
    if (name == null || !catalog.multiStore()) {
      return catalog.defaultStore();
    }
    return catalog
        .find(name)
        .orElseThrow(
            () -> GlanceException.badRequest("Unknown scheme '" + name + "' found in URI"));
  }

  /** Refuses a store that takes no bytes. */
  void requireWritable(ConfiguredStore store) {
    if (store.readOnly()) {
      throw new GlanceException(
          ErrorCode.GONE, "Error in store configuration. Adding images to store is disabled.");
    }
  }

  /** The store's id for the ledger; null in single-store mode. */
  @Nullable String idOf(ConfiguredStore store) {
    return catalog.multiStore() ? store.id() : null;
  }

  /** What the location's row says of its store (UP-19). */
  Map<String, Object> metadataOf(ConfiguredStore store) {
    return catalog.multiStore() ? Map.of("store", store.id()) : Map.of();
  }
}
