package io.glance.api.data;

import io.glance.api.auth.CallerContext;
import io.glance.model.RequestContext;
import io.glance.model.image.ImageMetadata;
import io.glance.model.registry.Intent;
import io.glance.model.registry.RegistryUploads.BeginUpload;
import io.glance.store.core.ConfiguredStore;
import io.glance.store.spi.Hint;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreLocation;
import jakarta.inject.Singleton;

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
  private final UploadGate gate;
  private final UploadTarget target;
  private final UploadLedger ledger;
  private final UploadWork work;
  private final RunningUploads running;

  ImageUploader(
      CallerContext callers,
      UploadGate gate,
      UploadTarget target,
      UploadLedger ledger,
      UploadWork work,
      RunningUploads running) {
    this.callers = callers;
    this.gate = gate;
    this.target = target;
    this.ledger = ledger;
    this.work = work;
    this.running = running;
  }

  /** Reads the body and makes the image active, or throws and leaves it queued. */
  public void upload(Upload upload) {
    RequestContext caller = callers.get();
    gate.refuseReadOnly(caller);
    ConfiguredStore store = target.choose(upload.store());
    ImageMetadata image = gate.enter(upload.imageId(), caller);
    target.requireWritable(store);
    target.limits().check(upload.size());
    StoreLocation planned = plan(image, store, upload);
    try (RunningUpload run = running.start(image.id())) {
      Intent intent = ledger.begin(image.id(), begin(run, store, planned, upload));
      work.run(new UploadWork.Job(image, upload, store, planned, intent, run, caller));
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
        target.limits().quotaBytes(),
        ledger.leaseSeconds());
  }
}
