package io.glance.registry.upload;

import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.Location;
import io.glance.model.image.LocationStatus;
import io.glance.model.registry.Intent;
import io.glance.model.registry.RegistryUploads.BeginUpload;
import io.glance.model.registry.RegistryUploads.FinishUpload;
import io.glance.model.registry.RegistryUploads.Holder;
import io.glance.model.registry.RegistryUploads.Lease;
import io.glance.model.registry.RegistryUploads.Leases;
import io.glance.registry.database.Database;
import io.glance.registry.database.DatabaseTime;
import io.glance.registry.database.Sql;
import io.glance.registry.image.ImageEntity;
import io.glance.registry.image.ImageLocationEntity;
import io.glance.registry.image.ImageLocationRepository;
import io.glance.registry.image.ImageMapper;
import io.glance.registry.image.ImageReader;
import io.glance.registry.image.ImageRepository;
import io.glance.registry.image.ImageService;
import io.glance.registry.image.VisibilityScope;
import io.glance.registry.ledger.Ledger;
import io.glance.registry.ledger.LedgerLine;
import io.glance.registry.ledger.LedgerLine.Outcome;
import io.glance.registry.ledger.NewIntent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Uploads: each step is one transaction that locks the image's row, then the intent's, so that of
 * upload, delete and take-over exactly one wins.
 */
@ApplicationScoped
public class UploadService {
  private final Database database;
  private final Ledger ledger;
  private final StorageQuota quota;
  private final ImageRepository images;
  private final ImageLocationRepository locations;
  private final ImageReader reader;
  private final ImageMapper mapper;
  private final Clock clock;

  UploadService(
      Database database,
      Ledger ledger,
      StorageQuota quota,
      ImageRepository images,
      ImageLocationRepository locations,
      ImageReader reader,
      ImageMapper mapper,
      Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.quota = quota;
    this.images = images;
    this.locations = locations;
    this.reader = reader;
    this.mapper = mapper;
    this.clock = clock;
  }

  Intent begin(RequestContext caller, String imageId, BeginUpload command) {
    VisibilityScope.requireWriter(caller);
    return database.write(
        () -> {
          ImageEntity image = images.lockMutable(caller, imageId);
          ImageService.moveTo(image, ImageStatus.SAVING);
          // who holds an intent may delete what is at its place: nobody else writes there now
          if (ledger.hasOpen(imageId)) {
            throw GlanceException.conflict(
                "What is left of an earlier upload of image " + imageId + " is being removed.");
          }
          image.updatedAt = DatabaseTime.now(clock);
          images.flush();
          String owner = image.owner;
          if (owner != null) {
            quota.require(owner, command.quotaBytes(), command.size());
          }
          return ledger.open(
              new NewIntent(
                  imageId,
                  Intent.Kind.UPLOAD,
                  command.store(),
                  command.location(),
                  null,
                  null,
                  owner,
                  command.size(),
                  command.instance(),
                  command.leaseSeconds()));
        });
  }

  void locate(RequestContext caller, long intentId, Location location) {
    VisibilityScope.requireWriter(caller);
    database.write(
        () -> {
          LedgerLine line = ledger.lock(intentId).filter(LedgerLine::lives).orElseThrow(this::gone);
          if (line.takenOver()) {
            throw gone();
          }
          ledger.locate(intentId, location.url(), mapper.writeObject(location.metadata()));
          return true;
        });
  }

  ImageMetadata finish(RequestContext caller, long intentId, FinishUpload result) {
    VisibilityScope.requireWriter(caller);
    return database.write(
        () -> {
          LedgerLine unlocked = ledger.find(intentId).orElseThrow(this::gone);
          String imageId = unlocked.intent().imageId();
          ImageEntity image = images.lockAny(imageId);
          LedgerLine line = ledger.lock(intentId).orElseThrow(this::gone);
          if (image == null) {
            throw gone();
          }
          if (line.outcome() == Outcome.FINISHED) {
            return reader.written(imageId);
          }
          boolean mayPublish =
              line.lives()
                  && !line.takenOver()
                  && line.intent().kind() == Intent.Kind.UPLOAD
                  && ImageMapper.status(image.status) == ImageStatus.SAVING;
          if (!mayPublish) {
            throw image.deleted ? gone() : givenUp();
          }
          String owner = image.owner;
          if (owner != null) {
            quota.require(owner, result.quotaBytes(), result.size());
          }
          publish(image, result);
          ledger.end(intentId, Outcome.FINISHED);
          return reader.written(imageId);
        });
  }

  void abort(RequestContext caller, long intentId, Holder holder) {
    end(
        caller,
        intentId,
        holder,
        Outcome.ABORTED,
        (line, image) -> {
          if (line.intent().kind() == Intent.Kind.UPLOAD
              && ImageMapper.status(image.status) == ImageStatus.SAVING) {
            ImageService.moveTo(image, ImageStatus.QUEUED);
            image.updatedAt = DatabaseTime.now(clock);
            images.flush();
          }
        });
  }

  void resolve(RequestContext caller, long intentId, Holder holder) {
    end(caller, intentId, holder, Outcome.RESOLVED, (line, image) -> {});
  }

  void renew(RequestContext caller, Leases leases) {
    VisibilityScope.requireWriter(caller);
    database.write(
        () -> {
          ledger.renew(leases.instances(), leases.seconds());
          return true;
        });
  }

  void hold(RequestContext caller, long intentId, Lease lease) {
    VisibilityScope.requireWriter(caller);
    database.write(
        () -> {
          if (!ledger.hold(intentId, lease.instance(), lease.seconds())) {
            throw notHeld();
          }
          return true;
        });
  }

  List<Intent> claim(RequestContext caller, Lease lease) {
    VisibilityScope.requireWriter(caller);
    return database.write(
        () -> {
          ledger.forgetEnded();
          return ledger.claim(lease.instance(), lease.seconds());
        });
  }

  private void publish(ImageEntity image, FinishUpload result) {
    LocalDateTime now = DatabaseTime.now(clock);
    ImageLocationEntity location = new ImageLocationEntity();
    location.born(image.id, now);
    location.value = result.location().url();
    location.metaData = mapper.writeObject(result.location().metadata());
    location.status = LocationStatus.ACTIVE.wireName();
    locations.persist(location);
    ImageService.moveTo(image, ImageStatus.ACTIVE);
    image.size = result.size();
    image.virtualSize = result.virtualSize();
    image.checksum = result.checksum();
    image.osHashAlgo = result.osHashAlgo();
    image.osHashValue = result.osHashValue();
    image.updatedAt = now;
    images.flush();
  }

  /** Ends an intent in whatever order the image goes. Asked again, it answers the same. */
  private void end(
      RequestContext caller,
      long intentId,
      Holder holder,
      Outcome outcome,
      BiConsumer<LedgerLine, ImageEntity> effect) {
    VisibilityScope.requireWriter(caller);
    database.write(
        () -> {
          LedgerLine unlocked = ledger.find(intentId).orElse(null);
          if (unlocked == null) {
            return false;
          }
          ImageEntity image = images.lockAny(unlocked.intent().imageId());
          LedgerLine line = ledger.lock(intentId).orElse(unlocked);
          if (!line.lives()) {
            if (line.outcome() == Outcome.FINISHED) {
              throw GlanceException.conflict("The upload has been finished.");
            }
            return false;
          }
          if (!line.instance().equals(holder.instance())) {
            throw notHeld();
          }
          if (image != null) {
            effect.accept(line, image);
          }
          dropLocation(line);
          ledger.end(intentId, outcome);
          return true;
        });
  }

  /** A location whose bytes are gone waits for nobody any more. */
  private void dropLocation(LedgerLine line) {
    Long row = line.locationId();
    if (row != null) {
      database.execute(
          Sql.of(
              "UPDATE image_locations SET status = 'deleted'"
                  + " WHERE id = ? AND image_id = ? AND deleted = 1",
              row,
              line.intent().imageId()));
    }
  }

  private static GlanceException notHeld() {
    return GlanceException.conflict("The intent has ended or is somebody else's by now.");
  }

  private GlanceException givenUp() {
    return GlanceException.conflict(
        "The upload was given up meanwhile: it had not been heard of for too long.");
  }

  private GlanceException gone() {
    return new GlanceException(
        ErrorCode.GONE, "The image was deleted or the upload was given up meanwhile.");
  }
}
