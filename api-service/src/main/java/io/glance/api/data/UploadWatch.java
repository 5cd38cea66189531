package io.glance.api.data;

import io.glance.api.registry.AsService;
import io.glance.kit.config.GlanceSettings;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.registry.RegistryImages;
import io.glance.model.registry.RegistryUploads;
import io.glance.model.registry.RegistryUploads.Lease;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Keeps the leases of running uploads, and ends uploads whose image was deleted (REL-07). */
@Singleton
class UploadWatch {
  private static final Logger LOG = Logger.getLogger(UploadWatch.class);

  private final RunningUploads running;
  private final RegistryUploads uploads;
  private final RegistryImages images;
  private final int leaseSeconds;

  UploadWatch(
      RunningUploads running,
      @AsService RegistryUploads uploads,
      @AsService RegistryImages images,
      GlanceSettings settings) {
    this.running = running;
    this.uploads = uploads;
    this.images = images;
    this.leaseSeconds = Math.toIntExact(settings.integer("reconciler", "lease_seconds"));
  }

  /** Renews all leases; a registry that is away ends the round. Never throws. */
  void renew() {
    try {
      for (RunningUpload upload : running.all()) {
        uploads.renew(new Lease(upload.holder(), leaseSeconds));
      }
    } catch (RuntimeException e) {
      LOG.warnf("leases of uploads can't be renewed now: %s", e.getMessage());
    }
  }

  /** Looks for deleted images. Never throws. */
  void look() {
    try {
      for (RunningUpload upload : running.all()) {
        look(upload);
      }
    } catch (RuntimeException e) {
      LOG.debugf("uploads can't be looked after now: %s", e.getMessage());
    }
  }

  private void look(RunningUpload upload) {
    try {
      images.get(upload.imageId());
    } catch (GlanceException e) {
      if (e.code() != ErrorCode.NOT_FOUND) {
        throw e;
      }
      upload.imageIsGone();
    }
  }
}
