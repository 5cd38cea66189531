package io.glance.api.data;

import io.glance.api.registry.AsService;
import io.glance.kit.config.GlanceSettings;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.registry.RegistryImages;
import io.glance.model.registry.RegistryUploads;
import io.glance.model.registry.RegistryUploads.Leases;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Keeps the leases of running uploads, and ends uploads whose image was deleted (REL-07). */
@Singleton
class UploadWatch {
  private static final Logger LOG = Logger.getLogger(UploadWatch.class);

  /** Most leases in one call. */
  private static final int BLOCK = 500;

  private final RunningUploads running;
  private final RegistryUploads uploads;
  private final RegistryImages images;
  private final ClaimPause pause;
  private final int leaseSeconds;

  UploadWatch(
      RunningUploads running,
      @AsService RegistryUploads uploads,
      @AsService RegistryImages images,
      ClaimPause pause,
      GlanceSettings settings) {
    this.running = running;
    this.uploads = uploads;
    this.images = images;
    this.pause = pause;
    this.leaseSeconds = Math.toIntExact(settings.integer("reconciler", "lease_seconds"));
  }

  /** Renews all leases, some hundred with one call, each call on its own. Never throws. */
  void renew() {
    List<String> holders = running.all().stream().map(RunningUpload::holder).toList();
    for (int from = 0; from < holders.size(); from += BLOCK) {
      List<String> block = holders.subList(from, Math.min(holders.size(), from + BLOCK));
      try {
        uploads.renew(new Leases(block, leaseSeconds));
      } catch (RuntimeException e) {
        pause.begin();
        LOG.warnf("leases of %d uploads can't be renewed now: %s", block.size(), e.getMessage());
      }
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
