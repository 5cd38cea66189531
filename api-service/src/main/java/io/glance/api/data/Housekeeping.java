package io.glance.api.data;

import io.glance.kit.config.GlanceSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs the rounds of this package. Renewals have their own thread: nothing may delay them. */
@Singleton
class Housekeeping {
  private static final long LOOK_SECONDS = 3;
  private static final long SWEEP_SECONDS = 600;

  private final UploadWatch watch;
  private final Reconciler reconciler;
  private final long intervalSeconds;
  private final long renewSeconds;
  private final long leaseSeconds;
  private final ScheduledExecutorService renewals = thread("upload-leases");
  private final ScheduledExecutorService looks = thread("upload-looks");
  private final ScheduledExecutorService rounds = thread("reconciler");

  private final List<Future<?>> started = new ArrayList<>();

  Housekeeping(UploadWatch watch, Reconciler reconciler, GlanceSettings settings) {
    this.watch = watch;
    this.reconciler = reconciler;
    this.intervalSeconds = settings.integer("reconciler", "interval_seconds");
    this.leaseSeconds = settings.integer("reconciler", "lease_seconds");
    this.renewSeconds = Math.max(1, Math.min(intervalSeconds, leaseSeconds / 3));
  }

  void start(@Observes StartupEvent event) {
    every(renewSeconds, renewSeconds, renewals, watch::renew);
    every(LOOK_SECONDS, LOOK_SECONDS, looks, watch::look);
    // others may have missed renewals while all was down: they come first
    every(leaseSeconds, intervalSeconds, rounds, reconciler::run);
    every(0, SWEEP_SECONDS, rounds, reconciler::sweepStores);
  }

  private void every(
      long firstAfter, long seconds, ScheduledExecutorService thread, Runnable task) {
    started.add(thread.scheduleWithFixedDelay(task, firstAfter, seconds, TimeUnit.SECONDS));
  }

  void stop(@Observes ShutdownEvent event) {
    started.forEach(task -> task.cancel(true));
    renewals.shutdownNow();
    looks.shutdownNow();
    rounds.shutdownNow();
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
