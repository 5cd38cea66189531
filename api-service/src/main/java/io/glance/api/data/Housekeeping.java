package io.glance.api.data;

import io.glance.kit.config.GlanceSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Runs the rounds of this package, each on its own thread: a store that hangs delays no renewal.
 */
@Singleton
class Housekeeping {
  private static final long LOOK_SECONDS = 3;
  private static final long SWEEP_SECONDS = 600;

  private final UploadWatch watch;
  private final Reconciler reconciler;
  private final long intervalSeconds;
  private final long renewSeconds;
  private final long leaseSeconds;
  private final Rounds rounds = new Rounds(TimeUnit.SECONDS);

  Housekeeping(UploadWatch watch, Reconciler reconciler, GlanceSettings settings) {
    this.watch = watch;
    this.reconciler = reconciler;
    this.intervalSeconds = settings.integer("reconciler", "interval_seconds");
    this.leaseSeconds = settings.integer("reconciler", "lease_seconds");
    this.renewSeconds = Math.max(1, Math.min(intervalSeconds, leaseSeconds / 3));
  }

  void start(@Observes StartupEvent event) {
    rounds.every(renewSeconds, renewSeconds, "upload-leases", watch::renew);
    rounds.every(LOOK_SECONDS, LOOK_SECONDS, "upload-looks", watch::look);
    // others may have missed renewals while all was down: they come first
    rounds.every(leaseSeconds, intervalSeconds, "reconciler", reconciler::run);
    rounds.every(0, SWEEP_SECONDS, "store-sweep", reconciler::sweepStores);
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.close();
  }
}
