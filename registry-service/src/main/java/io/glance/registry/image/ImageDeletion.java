package io.glance.registry.image;

import io.glance.model.RequestContext;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.LocationStatus;
import io.glance.model.registry.DeleteImage;
import io.glance.model.registry.DeletedImage;
import io.glance.model.registry.Intent;
import io.glance.registry.database.Database;
import io.glance.registry.database.DatabaseTime;
import io.glance.registry.database.Sql;
import io.glance.registry.ledger.Ledger;
import io.glance.registry.ledger.NewIntent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Deletes images: the rows first, the bytes afterwards by whoever holds the intents (DB-18). */
@ApplicationScoped
public class ImageDeletion {
  private static final int LEASE_SECONDS = 60;
  private static final List<String> SOFT_DELETED =
      List.of("image_properties", "image_tags", "image_members");

  /**
   * The unique key of members lets one row of a name, as the collation tells names apart, be
   * deleted at one time. Live rows are not so guarded, and one may have been deleted just now.
   */
  private static final String SURPLUS_MEMBERS =
      "DELETE m FROM image_members m JOIN image_members k ON k.image_id = m.image_id"
          + " AND k.member = m.member WHERE m.image_id = ? AND m.deleted = 0"
          + " AND ((k.deleted = 0 AND k.id < m.id) OR (k.deleted = 1 AND k.deleted_at = ?))";

  private final Database database;
  private final ImageReader reader;
  private final ImageRepository images;
  private final ImageLocationRepository locations;
  private final ImageMapper mapper;
  private final Ledger ledger;
  private final Clock clock;

  ImageDeletion(
      Database database,
      ImageReader reader,
      ImageRepository images,
      ImageLocationRepository locations,
      ImageMapper mapper,
      Ledger ledger,
      Clock clock) {
    this.database = database;
    this.reader = reader;
    this.images = images;
    this.locations = locations;
    this.mapper = mapper;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Deletes an image by the rules of {@code RegistryImages.delete}. */
  public DeletedImage delete(RequestContext caller, String id, DeleteImage command) {
    VisibilityScope.requireWriter(caller);
    return database.write(
        () -> {
          ImageEntity image = images.lockMutable(caller, id);
          ImageMetadata before = reader.written(id);
          if (image.isProtected) {
            throw GlanceException.forbidden("Image " + id + " is protected and cannot be deleted.");
          }
          List<ImageLocationEntity> live = locations.live(id);
          boolean delayed = command.delayed() && !live.isEmpty();
          ImageStatus target = delayed ? ImageStatus.PENDING_DELETE : ImageStatus.DELETED;
          if (!before.status().mayBecome(target)) {
            throw ImageService.noTransition(before.status(), target);
          }
          LocalDateTime now = DatabaseTime.now(clock);
          List<Intent> intents = deleteLocations(image, live, delayed, command.instance(), now);
          deleteRows(image, target, now);
          return new DeletedImage(before, intents);
        });
  }

  private List<Intent> deleteLocations(
      ImageEntity image,
      List<ImageLocationEntity> live,
      boolean delayed,
      String instance,
      LocalDateTime now) {
    LocationStatus status = delayed ? LocationStatus.PENDING_DELETE : LocationStatus.DELETED;
    List<Intent> intents = new ArrayList<>();
    for (ImageLocationEntity location : live) {
      location.delete(now);
      location.status = status.wireName();
      if (!delayed && isOurs(image.id, location.value)) {
        intents.add(ledger.open(intent(image.id, location, instance)));
      }
    }
    return intents;
  }

  private void deleteRows(ImageEntity image, ImageStatus target, LocalDateTime now) {
    image.status = target.wireName();
    image.deleted = true;
    image.deletedAt = now;
    image.updatedAt = now;
    images.flush();
    database.execute(Sql.of(SURPLUS_MEMBERS, image.id, now));
    for (String table : SOFT_DELETED) {
      database.execute(
          Sql.of(
              "UPDATE "
                  + table
                  + " SET deleted = 1, deleted_at = ?, updated_at = ?"
                  + " WHERE image_id = ? AND deleted = 0",
              now,
              now,
              image.id));
    }
  }

  /** Bytes behind a web address are not ours to delete, nor are those that another image uses. */
  private boolean isOurs(String imageId, String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return !lower.startsWith("http://")
        && !lower.startsWith("https://")
        && !locations.isUsedElsewhere(imageId, url);
  }

  private NewIntent intent(String imageId, ImageLocationEntity location, String instance) {
    Object named = mapper.readObject(location.metaData).get("store");
    @Nullable String store = named instanceof String text ? text : null;
    Integer row = location.id;
    return new NewIntent(
        imageId,
        Intent.Kind.DELETE,
        store,
        location.value,
        location.metaData,
        row == null ? null : row.longValue(),
        null,
        null,
        instance,
        LEASE_SECONDS);
  }
}
