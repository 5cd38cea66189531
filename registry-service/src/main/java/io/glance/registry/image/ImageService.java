package io.glance.registry.image;

import io.glance.model.Page;
import io.glance.model.RequestContext;
import io.glance.model.error.GlanceException;
import io.glance.model.image.CreateImage;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageQuery;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.UpdateImage;
import io.glance.registry.database.Database;
import io.glance.registry.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Images: the boundary of transactions. A change holds the lock of the image's row. */
@ApplicationScoped
public class ImageService {
  private final Database database;
  private final ImageReader reader;
  private final ImageRepository images;
  private final ImageProperties properties;
  private final ImageTags tags;
  private final NewImageRows newImages;
  private final Clock clock;

  ImageService(
      Database database,
      ImageReader reader,
      ImageRepository images,
      ImageProperties properties,
      ImageTags tags,
      Clock clock) {
    this.database = database;
    this.reader = reader;
    this.images = images;
    this.properties = properties;
    this.tags = tags;
    this.newImages = new NewImageRows(database);
    this.clock = clock;
  }

  /** One image. NOT_FOUND where it is deleted or invisible. */
  public ImageMetadata get(RequestContext caller, String id) {
    return reader.find(caller, id).orElseThrow(() -> ImageRepository.noImage(id));
  }

  /** A page of images. BAD_REQUEST for an unknown marker. */
  public Page<ImageMetadata> list(RequestContext caller, ImageQuery query) {
    return new Page<>(reader.list(caller, query));
  }

  /** Adds an image. CONFLICT where the id was ever used. */
  public ImageMetadata create(RequestContext caller, CreateImage command) {
    VisibilityScope.requireWriter(caller);
    String given = command.id();
    String id = given == null ? UUID.randomUUID().toString() : given;
    LocalDateTime now = DatabaseTime.now(clock);
    return database.write(() -> newImages.insert(id, command, now));
  }

  /** Changes an image by the rules of {@code RegistryImages.update}. */
  public ImageMetadata update(RequestContext caller, String id, UpdateImage change) {
    return changed(
        caller,
        id,
        image -> {
          requireStatus(image, change.expectedStatus());
          LocalDateTime now = DatabaseTime.now(clock);
          ImageAttributes.set(image, change.attributes());
          properties.change(
              id, change.setProperties(), change.removeProperties(), change.limits(), now);
          if (change.tags() != null) {
            tags.replace(id, change.tags(), change.limits(), now);
          }
        });
  }

  void addTag(RequestContext caller, String id, String tag, ImageLimits limits) {
    changed(caller, id, image -> tags.add(id, tag, limits, DatabaseTime.now(clock)));
  }

  void removeTag(RequestContext caller, String id, String tag) {
    changed(caller, id, image -> tags.remove(id, tag, DatabaseTime.now(clock)));
  }

  ImageMetadata changeStatus(
      RequestContext caller, String id, Set<ImageStatus> expected, ImageStatus target) {
    return changed(
        caller,
        id,
        image -> {
          requireStatus(image, expected);
          moveTo(image, target);
        });
  }

  /** Moves an image to another status, by the table of moves (ST-01 to ST-09). */
  public static void moveTo(ImageEntity image, ImageStatus target) {
    ImageStatus current = ImageMapper.status(image.status);
    if (!current.mayBecome(target)) {
      throw noTransition(current, target);
    }
    image.status = target.wireName();
    if (target == ImageStatus.QUEUED) {
      image.size = null;
      image.virtualSize = null;
    }
  }

  /** The error for a move that isn't allowed. */
  public static GlanceException noTransition(ImageStatus current, ImageStatus target) {
    return GlanceException.conflict(
        "Image status transition from "
            + current.wireName()
            + " to "
            + target.wireName()
            + " is not allowed");
  }

  private ImageMetadata changed(RequestContext caller, String id, Consumer<ImageEntity> change) {
    VisibilityScope.requireWriter(caller);
    return database.write(
        () -> {
          ImageEntity image = images.lockMutable(caller, id);
          change.accept(image);
          image.updatedAt = DatabaseTime.now(clock);
          images.flush();
          return reader.written(id);
        });
  }

  private static void requireStatus(ImageEntity image, Set<ImageStatus> expected) {
    ImageStatus current = ImageMapper.status(image.status);
    if (!expected.isEmpty() && !expected.contains(current)) {
      throw GlanceException.conflict(
          "Image " + image.id + " has the status " + current.wireName() + ".");
    }
  }
}
