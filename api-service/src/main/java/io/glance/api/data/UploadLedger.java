package io.glance.api.data;

import io.glance.api.registry.AsService;
import io.glance.kit.config.GlanceSettings;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.registry.Intent;
import io.glance.model.registry.RegistryUploads;
import io.glance.model.registry.RegistryUploads.BeginUpload;
import io.glance.model.registry.RegistryUploads.FinishUpload;
import io.glance.model.registry.RegistryUploads.Holder;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * The ledger of bytes as an upload uses it. What the registry doesn't answer is asked again; what
 * stays unknown is left to the reconciler, and no bytes are deleted for it (REL-13).
 */
@Singleton
class UploadLedger {
  private static final Logger LOG = Logger.getLogger(UploadLedger.class);
  private static final Duration OUTAGE = Duration.ofSeconds(60);
  private static final Duration FAULT = Duration.ofSeconds(3);
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LAST_PAUSE_MILLIS = 3000;

  private final RegistryUploads asCaller;
  private final RegistryUploads asService;
  private final GlanceSettings settings;

  UploadLedger(
      RegistryUploads asCaller, @AsService RegistryUploads asService, GlanceSettings settings) {
    this.asCaller = asCaller;
    this.asService = asService;
    this.settings = settings;
  }

  /** Seconds an intent lives without a sign of its holder. */
  int leaseSeconds() {
    return Math.toIntExact(settings.integer("reconciler", "lease_seconds"));
  }

  /** Takes the image from queued to saving and writes the intent, for the caller at hand. */
  Intent begin(String imageId, BeginUpload command) {
    return asCaller.begin(imageId, command);
  }

  /**
   * Publishes the bytes.
   *
   * @throws GlanceException what the registry answered; UNAVAILABLE or INTERNAL where the outcome
   *     stays unknown
   */
  void finish(Intent intent, FinishUpload result) {
    long start = System.nanoTime();
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        asService.finish(intent.id(), result);
        return;
      } catch (GlanceException e) {
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        if (!isUnknown(e) || waited.compareTo(patience(e)) > 0) {
          throw e;
        }
        LOG.warnf("image %s: no answer to finish, asking again: %s", intent.imageId(), e.text());
      }
      sleep(pause);
      pause = Math.min(LAST_PAUSE_MILLIS, pause * 2);
    }
  }

  /** An outage is waited out (REL-19); a registry that answers but fails, hardly. */
  private static Duration patience(GlanceException e) {
    return e.code() == ErrorCode.UNAVAILABLE ? OUTAGE : FAULT;
  }

  /** Whether it may have happened or not. */
  static boolean isUnknown(GlanceException e) {
    return e.code().isServerFault();
  }

  /**
   * Gives the image back to queued, where the intent is still this holder's. A failure is left to
   * the reconciler, and so is an intent that somebody else has taken over.
   */
  void abort(Intent intent, String holder) {
    try {
      asService.abort(intent.id(), new Holder(holder));
    } catch (RuntimeException e) {
      LOG.warnf("image %s: its upload's end is left to the sweep: %s", intent.imageId(), e);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw GlanceException.unavailable("The service is stopping.", e);
    }
  }
}
