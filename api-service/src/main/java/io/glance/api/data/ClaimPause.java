package io.glance.api.data;

import io.glance.kit.config.GlanceSettings;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * A time without claims. While the registry was away nobody could renew a lease: after its return
 * the living get one lease of time to do so before anything of theirs is taken for abandoned
 * (REL-19).
 */
@Singleton
class ClaimPause {
  private final Duration length;
  private volatile long endNanos = System.nanoTime();

  ClaimPause(GlanceSettings settings) {
    this.length = Duration.ofSeconds(settings.integer("reconciler", "lease_seconds"));
  }

  /** Begins, or begins anew. */
  void begin() {
    endNanos = System.nanoTime() + length.toNanos();
  }

  boolean isOver() {
    return System.nanoTime() - endNanos >= 0;
  }
}
