package io.glance.api.data;

import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.Location;
import io.glance.model.registry.Intent;
import io.glance.model.registry.RegistryUploads.FinishUpload;
import io.glance.store.core.ConfiguredStore;
import io.glance.store.core.transfer.HashAlgorithm;
import io.glance.store.core.transfer.Transfer;
import io.glance.store.core.transfer.TransferEngine;
import io.glance.store.core.transfer.TransferException;
import io.glance.store.spi.Caller;
import io.glance.store.spi.Hint;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreLocation;
import io.glance.store.spi.Stored;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/** Moves the bytes of an upload whose intent is written, and publishes or removes them. */
@Singleton
class UploadWork {
  private static final Logger LOG = Logger.getLogger(UploadWork.class);

  private final TransferEngine engine;
  private final HashAlgorithm multihash;
  private final ContentInspector inspector;
  private final UploadTarget target;
  private final UploadLimits limits;
  private final UploadLedger ledger;

  UploadWork(
      TransferEngine engine,
      HashAlgorithm multihash,
      ContentInspector inspector,
      UploadTarget target,
      UploadLimits limits,
      UploadLedger ledger) {
    this.engine = engine;
    this.multihash = multihash;
    this.inspector = inspector;
    this.target = target;
    this.limits = limits;
    this.ledger = ledger;
  }

  /** An upload with its intent. */
  record Job(
      ImageMetadata image,
      Upload upload,
      ConfiguredStore store,
      StoreLocation planned,
      Intent intent,
      RunningUpload run,
      RequestContext caller) {}

  /** Returns once the image is active; else throws with the image queued again. */
  void run(Job job) {
    try {
      store(job);
    } catch (LeftToSweep e) {
      throw e.answer(); // the intent stays and the reconciler settles it
    } catch (StoreException e) {
      throw failed(job, job.run().isImageGone() ? gone(job) : StoreFailures.ofUpload(e));
    } catch (TransferException e) {
      throw failed(job, job.run().isImageGone() ? gone(job) : StoreFailures.ofUpload(e));
    } catch (GlanceException e) {
      throw failed(job, e.code() == ErrorCode.GONE ? gone(job) : e);
    } catch (RuntimeException | Error e) {
      ledger.abort(job.intent(), job.run().holder());
      throw e;
    }
  }

  private GlanceException failed(Job job, GlanceException answer) {
    ledger.abort(job.intent(), job.run().holder());
    return answer;
  }

  private static GlanceException gone(Job job) {
    return new GlanceException(
        ErrorCode.GONE,
        "Image "
            + job.image().id()
            + " could not be found after upload. The image may have been deleted during the"
            + " upload, cleaning up the chunks uploaded.");
  }

  private void store(Job job) throws StoreException, TransferException, LeftToSweep {
    Hint hint = new Hint(job.upload().size());
    Caller caller = new Caller(job.caller().requestId(), job.run()::isImageGone);
    UploadInspection inspection = inspector.begin(job.image());
    try (ImageWriter writer =
        job.store().store().create(job.image().id(), job.planned(), hint, caller)) {
      Transfer.Result result =
          engine.run(
              new Transfer(
                  job.upload().body(),
                  List.of(writer),
                  multihash,
                  job.upload().size(),
                  limits.bytes(),
                  List.of(inspection.lane()),
                  job.run()::isImageGone));
      OptionalLong virtualSize = inspection.virtualSize();
      publish(job, writer, commit(job, writer, result, virtualSize));
    }
  }

  private FinishUpload commit(
      Job job, ImageWriter writer, Transfer.Result result, OptionalLong virtualSize)
      throws StoreException, LeftToSweep {
    try {
      return finish(job, writer.commit(), result, virtualSize);
    } catch (RuntimeException | Error e) {
      throw unexpected(job, e);
    }
  }

  /** The bytes may be visible already: without the intent nobody would remove them. */
  private static LeftToSweep unexpected(Job job, Throwable fault) {
    LOG.errorf(fault, "image %s: its upload failed at the end", job.image().id());
    return new LeftToSweep(fault);
  }

  private FinishUpload finish(
      Job job, Stored stored, Transfer.Result result, OptionalLong virtualSize) {
    Map<String, Object> metadata = new HashMap<>(stored.metadata());
    metadata.putAll(target.metadataOf(job.store()));
    return new FinishUpload(
        Location.of(stored.location().text(), metadata),
        result.size(),
        virtualSize.isPresent() ? virtualSize.getAsLong() : null,
        result.checksum(),
        multihash.name(),
        result.multihash(),
        job.upload().size().isPresent() ? 0 : limits.quotaBytes());
  }

  private void publish(Job job, ImageWriter writer, FinishUpload result) throws LeftToSweep {
    try {
      ledger.finish(job.intent(), result);
    } catch (GlanceException e) {
      if (UploadLedger.isUnknown(e)) {
        LOG.errorf("image %s: whether its upload was published is not known", job.image().id());
        throw new LeftToSweep(e);
      }
      takeBack(job, writer, e.code() == ErrorCode.GONE ? gone(job) : e);
      throw e;
    } catch (RuntimeException | Error e) {
      throw unexpected(job, e);
    }
  }

  private static void takeBack(Job job, ImageWriter writer, GlanceException answer)
      throws LeftToSweep {
    try {
      writer.undo();
    } catch (StoreException e) {
      LOG.warnf("image %s: its bytes are left to the sweep: %s", job.image().id(), e.getMessage());
      throw new LeftToSweep(answer);
    } catch (RuntimeException | Error e) {
      throw unexpected(job, e);
    }
  }

  /**
   * Bytes may be there that must or must not go: unknown whether the registry published them, or
   * the store failed to take them back, or something broke in between. The lease runs out and the
   * reconciler decides.
   */
  private static final class LeftToSweep extends Exception {
    private final Throwable answer;

    LeftToSweep(Throwable answer) {
      super(answer);
      this.answer = answer;
    }

    /** What the caller is told; an error is thrown at once. */
    RuntimeException answer() {
      if (answer instanceof Error error) {
        throw error;
      }
      return (RuntimeException) answer;
    }
  }
}
