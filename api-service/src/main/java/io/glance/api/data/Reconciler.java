package io.glance.api.data;

import io.glance.api.registry.AsService;
import io.glance.kit.config.GlanceSettings;
import io.glance.model.error.GlanceException;
import io.glance.model.registry.Intent;
import io.glance.model.registry.RegistryUploads;
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

  /** Unfinished files without an intent that nobody wrote to for so long have no writer. */
  private static final Duration GRACE = Duration.ofHours(1);

  private final RegistryUploads registry;
  private final StoredBytes bytes;
  private final StoreCatalog catalog;
  private final String holder;
  private final int leaseSeconds;
  private long notBeforeNanos = System.nanoTime();

  Reconciler(
      @AsService RegistryUploads registry,
      StoredBytes bytes,
      StoreCatalog catalog,
      InstanceName instance,
      GlanceSettings settings) {
    this.registry = registry;
    this.bytes = bytes;
    this.catalog = catalog;
    this.holder = instance.ofSweep();
    this.leaseSeconds = Math.toIntExact(settings.integer("reconciler", "lease_seconds"));
  }

  /** One round. Never throws. */
  synchronized void run() {
    if (System.nanoTime() - notBeforeNanos < 0) {
      return;
    }
    try {
      List<Intent> claimed;
      do {
        claimed = registry.claim(new Lease(holder, leaseSeconds));
        claimed.forEach(this::settle);
      } while (claimed.size() >= FULL_CLAIM);
    } catch (GlanceException e) {
      holdOff();
      LOG.warnf("the ledger can't be read now: %s", e.text());
    } catch (RuntimeException e) {
      LOG.error("a round of the reconciler failed", e);
    }
  }

  /**
   * While the registry was away nobody could renew a lease: after its return the living get one
   * lease of time to do so before anything of theirs is taken for abandoned (REL-19).
   */
  private void holdOff() {
    notBeforeNanos = System.nanoTime() + Duration.ofSeconds(leaseSeconds).toNanos();
  }

  private void settle(Intent intent) {
    String requestId = "req-" + UUID.randomUUID();
    try {
      if (!bytes.delete(intent, requestId)) {
        return;
      }
      switch (intent.kind()) {
        case UPLOAD -> {
          registry.abort(intent.id());
          LOG.infof("%s: abandoned upload of image %s removed", requestId, intent.imageId());
        }
        case DELETE -> registry.resolve(intent.id());
      }
    } catch (GlanceException e) {
      LOG.warnf("%s: %s is tried again later: %s", requestId, intent, e.text());
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
