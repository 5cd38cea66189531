package io.glance.api.data;

import io.glance.model.registry.Intent;
import io.glance.store.core.ConfiguredStore;
import io.glance.store.core.StoreCatalog;
import io.glance.store.spi.Caller;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreLocation;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** The bytes that an intent of the ledger is about. */
@Singleton
class StoredBytes {
  private static final Logger LOG = Logger.getLogger(StoredBytes.class);

  /** Nothing there, or nothing of ours to delete: the image is gone all the same. */
  private static final Set<Kind> DONE = Set.of(Kind.NOT_FOUND, Kind.READ_ONLY);

  private final StoreCatalog catalog;

  StoredBytes(StoreCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Deletes them, also what an unfinished upload left. Bytes already gone and bytes in a read-only
   * store count as deleted (IMG-31, IMG-32).
   *
   * @return false where they may still be there
   */
  boolean delete(Intent intent, String requestId) {
    String url = intent.location();
    if (url == null) {
      return true;
    }
    StoreLocation location = new StoreLocation(url);
    Optional<ConfiguredStore> store = catalog.locate(location, intent.store());
    if (store.isEmpty()) {
      LOG.warnf("%s: no store here for %s; the bytes stay", requestId, intent);
      return false;
    }
    try {
      store.get().store().delete(location, Caller.of(requestId));
      return true;
    } catch (StoreException e) {
      if (DONE.contains(e.kind())) {
        LOG.debugf("%s: nothing to delete for %s: %s", requestId, intent, e.kind());
        return true;
      }
      LOG.warnf("%s: %s is tried again later: %s", requestId, intent, e.getMessage());
      return false;
    }
  }
}
