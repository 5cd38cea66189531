package io.glance.registry.image;

import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageLimits;
import io.glance.registry.database.DatabaseErrors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes an image's extra properties, under the lock of its row. */
@ApplicationScoped
class ImageProperties {
  private static final String OUR_PREFIX = "os_glance_";

  private final ImagePropertyRepository repository;

  ImageProperties(ImagePropertyRepository repository) {
    this.repository = repository;
  }

  /**
   * Drops and sets properties.
   *
   * @throws GlanceException CONFLICT for a name that the collation takes for another live one's,
   *     TOO_LARGE above the limit
   */
  void change(
      String imageId,
      Map<String, String> set,
      Set<String> remove,
      ImageLimits limits,
      LocalDateTime now) {
    if (set.isEmpty() && remove.isEmpty()) {
      return;
    }
    List<ImagePropertyEntity> rows = repository.ofImage(imageId);
    Map<String, ImagePropertyEntity> byName = new HashMap<>();
    rows.forEach(row -> byName.put(row.name, row));
    for (String name : remove) {
      ImagePropertyEntity row = byName.get(name);
      if (row != null && !row.deleted) {
        row.delete(now);
      }
    }
    long count = rows.stream().filter(row -> !row.deleted && counts(row.name)).count();
    long added = 0;
    for (Map.Entry<String, String> entry : set.entrySet()) {
      String name = entry.getKey();
      ImagePropertyEntity row = byName.get(name);
      if (row == null) {
        row = alike(imageId, name, rows);
      }
      if (put(imageId, name, entry.getValue(), row, now) && counts(name)) {
        added++;
      }
    }
    if (added > 0 && limits.properties() >= 0 && count + added > limits.properties()) {
      throw GlanceException.tooLarge(
          "The limit has been exceeded on the number of allowed image properties. Attempted: "
              + (count + added)
              + ", Maximum: "
              + limits.properties());
    }
  }

  /** Sets one property; answers whether the image has one more now. */
  private boolean put(
      String imageId,
      String name,
      String value,
      @Nullable ImagePropertyEntity row,
      LocalDateTime now) {
    if (row == null) {
      insert(imageId, name, value, now);
      return true;
    }
    if (row.deleted) {
      row.revive(now);
      row.name = name;
      row.value = value;
      return true;
    }
    if (!row.name.equals(name)) {
      throw sameName(name);
    }
    if (!value.equals(row.value)) {
      row.value = value;
      row.updatedAt = now;
    }
    return false;
  }

  private void insert(String imageId, String name, String value, LocalDateTime now) {
    ImagePropertyEntity row = new ImagePropertyEntity();
    row.born(imageId, now);
    row.name = name;
    row.value = value;
    try {
      repository.persist(row);
    } catch (PersistenceException e) {
      throw DatabaseErrors.isDuplicate(e) ? sameName(name) : e;
    }
  }

  /** The row whose name the unique key takes for this one. */
  private @Nullable ImagePropertyEntity alike(
      String imageId, String name, List<ImagePropertyEntity> rows) {
    if (rows.stream().noneMatch(row -> mayCollate(row.name, name))) {
      return null;
    }
    List<ImagePropertyEntity> found = repository.named(imageId, name);
    return found.isEmpty() ? null : found.get(0);
  }

  /** Whether the collation may take two names for one: exact for ASCII, a guess beyond. */
  private static boolean mayCollate(String one, String other) {
    return !isAscii(one)
        || !isAscii(other)
        || one.stripTrailing().equalsIgnoreCase(other.stripTrailing());
  }

  private static boolean isAscii(String text) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
  }

  private static boolean counts(String name) {
    return !name.startsWith(OUR_PREFIX);
  }

  /** The error for a name whose other spelling is taken. */
  static GlanceException sameName(String name) {
    return GlanceException.conflict(
        "The image has a property whose name differs from '" + name + "' in case only.");
  }
}
