package io.glance.api.data;

import io.glance.api.registry.AsService;
import io.glance.kit.config.GlanceSettings;
import io.glance.model.error.GlanceException;
import io.glance.model.registry.Intent;
import io.glance.model.registry.RegistryUploads;
import io.glance.model.registry.RegistryUploads.Holder;
import io.glance.model.registry.RegistryUploads.Lease;
import io.glance.store.core.ConfiguredStore;
import io.glance.store.core.StoreCatalog;
import io.glance.store.spi.Capability;
import io.glance.store.spi.StoreException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Settles what dead or failed requests left in the ledger: bytes of abandoned uploads go and their
 * images are queued again, deletes that failed are tried again (REL-04, REL-05, REL-08). Any number
 * of replicas may do so at once: an intent is claimed by one of them.
 */
@Singleton
class Reconciler {
  private static final Logger LOG = Logger.getLogger(Reconciler.class);
  private static final int FULL_CLAIM = 100;

  /** Longest time that a store may take to delete an object. */
  private static final int DELETE_SECONDS = 300;

  /** Unfinished files without an intent that nobody wrote to for so long have no writer. */
  private static final Duration GRACE = Duration.ofHours(1);

  private final RegistryUploads registry;
  private final StoredBytes bytes;
  private final StoreCatalog catalog;
  private final ClaimPause pause;
  private final String holder;
  private final int leaseSeconds;
  private final Lease lease;

  Reconciler(
      @AsService RegistryUploads registry,
      StoredBytes bytes,
      StoreCatalog catalog,
      InstanceName instance,
      ClaimPause pause,
      GlanceSettings settings) {
    this.registry = registry;
    this.bytes = bytes;
    this.catalog = catalog;
    this.pause = pause;
    this.holder = instance.ofSweep();
    this.leaseSeconds = Math.toIntExact(settings.integer("reconciler", "lease_seconds"));
    this.lease = new Lease(holder, leaseSeconds);
  }

  /** One round. Never throws. */
  synchronized void run() {
    if (!pause.isOver()) {
      return;
    }
    try {
      List<Intent> claimed;
      do {
        claimed = registry.claim(lease);
        for (Intent intent : claimed) {
          settle(intent);
        }
      } while (claimed.size() >= FULL_CLAIM);
    } catch (GlanceException e) {
      pause.begin();
      LOG.warnf("a round of the reconciler ended early: %s", e.text());
    } catch (RuntimeException e) {
      pause.begin();
      LOG.error("a round of the reconciler failed", e);
    }
  }

  /**
   * Settles one intent while it is held: others of its batch may have taken so long that somebody
   * else has it now, and the bytes at its place are a new upload's.
   *
   * @throws GlanceException where the registry failed
   */
  private void settle(Intent intent) {
    String requestId = "req-" + UUID.randomUUID();
    try {
      registry.hold(intent.id(), new Lease(holder, Math.max(leaseSeconds, DELETE_SECONDS)));
      if (!bytes.delete(intent, requestId)) {
        registry.hold(intent.id(), lease);
        return;
      }
      switch (intent.kind()) {
        case UPLOAD -> {
          registry.abort(intent.id(), new Holder(holder));
          LOG.infof("%s: abandoned upload of image %s removed", requestId, intent.imageId());
        }
        case DELETE -> registry.resolve(intent.id(), new Holder(holder));
      }
    } catch (GlanceException e) {
      if (e.code().isServerFault()) {
        throw e;
      }
      LOG.warnf("%s: %s is left to others: %s", requestId, intent, e.text());
    }
  }

  /** Removes unfinished files that no intent names. Never throws. */
  void sweepStores() {
    for (ConfiguredStore configured : catalog.stores()) {
      if (configured.store().capabilities().contains(Capability.WRITE)) {
        try {
          int swept = configured.store().sweep(GRACE);
          if (swept > 0) {
            LOG.infof("store %s: %d leftovers removed", configured.id(), swept);
          }
        } catch (StoreException | RuntimeException e) {
          LOG.warnf("store %s: sweep failed: %s", configured.id(), e.getMessage());
        }
      }
    }
  }
}
