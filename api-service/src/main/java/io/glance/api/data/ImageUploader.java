package io.glance.api.data;

import io.glance.api.auth.CallerContext;
import io.glance.api.image.ImageLookup;
import io.glance.api.policy.ImagePolicy;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.registry.Intent;
import io.glance.model.registry.RegistryUploads.BeginUpload;
import io.glance.store.core.ConfiguredStore;
import io.glance.store.spi.Hint;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreLocation;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes an image's bytes (rows UP-*): all checks first, then the intent, then bytes, then their
 * publication.
 *
 * <p>Source of the order and the texts: glance/api/v2/image_data.py {@code upload}, domain {@code
 * Image.status}.
 */
@Singleton
public class ImageUploader {
  private final CallerContext callers;
  private final ImageLookup lookup;
  private final ImagePolicy policy;
  private final UploadTarget target;
  private final UploadLimits limits;
  private final UploadLedger ledger;
  private final UploadWork work;
  private final RunningUploads running;

  ImageUploader(
      CallerContext callers,
      ImageLookup lookup,
      ImagePolicy policy,
      UploadTarget target,
      UploadLimits limits,
      UploadLedger ledger,
      UploadWork work,
      RunningUploads running) {
    this.callers = callers;
    this.lookup = lookup;
    this.policy = policy;
    this.target = target;
    this.limits = limits;
    this.ledger = ledger;
    this.work = work;
    this.running = running;
  }

  /** Reads the body and makes the image active, or throws and leaves it queued. */
  public void upload(Upload upload) {
    RequestContext caller = callers.get();
    if (caller.readOnly()) {
      throw GlanceException.forbidden("Read-only access");
    }
    ConfiguredStore store = target.choose(upload.store());
    ImageMetadata image = lookup.find(upload.imageId());
    requirePermission(image, caller);
    requireReady(image);
    target.requireWritable(store);
    limits.check(upload.size());
    StoreLocation planned = plan(image, store, upload);
    try (RunningUpload run = running.start(image.id())) {
      Intent intent = ledger.begin(image.id(), begin(run, store, planned, upload));
      work.run(new UploadWork.Job(image, upload, store, planned, intent, run, caller));
    }
  }

  private void requirePermission(ImageMetadata image, RequestContext caller) {
    try {
      policy.require("upload_image", image, caller);
    } catch (GlanceException e) {
      throw e.code() == ErrorCode.FORBIDDEN
          ? GlanceException.forbidden("Not allowed to upload image data for image " + image.id())
          : e;
    }
  }

  private static void requireReady(ImageMetadata image) {
    if (!image.status().mayBecome(ImageStatus.SAVING)) {
      throw GlanceException.conflict(
          "Image status transition from "
              + image.status().wireName()
              + " to saving is not allowed");
    }
    List<String> missing = new ArrayList<>();
    if (image.diskFormat() == null) {
      missing.add("disk_format");
    }
    if (image.containerFormat() == null) {
      missing.add("container_format");
    }
    if (!missing.isEmpty()) {
      throw GlanceException.badRequest(
          (missing.size() == 1 ? "Property " : "Properties ")
              + String.join(", ", missing)
              + " must be set prior to saving data.");
    }
  }

  private static StoreLocation plan(ImageMetadata image, ConfiguredStore store, Upload upload) {
    try {
      return store.store().plan(image.id(), new Hint(upload.size()));
    } catch (StoreException e) {
      throw StoreFailures.ofUpload(e);
    }
  }

  private BeginUpload begin(
      RunningUpload run, ConfiguredStore store, StoreLocation planned, Upload upload) {
    return new BeginUpload(
        run.holder(),
        target.idOf(store),
        planned.text(),
        upload.size().isPresent() ? upload.size().getAsLong() : null,
        limits.quotaBytes(),
        ledger.leaseSeconds());
  }
}
