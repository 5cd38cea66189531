package io.glance.registry.image;

import io.glance.model.error.GlanceException;
import io.glance.model.image.CreateImage;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.registry.database.Database;
import io.glance.registry.database.DatabaseErrors;
import io.glance.registry.database.Sql;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes an image that wasn't there before, past the entities: one statement for its row, one for
 * all its properties, one for all its tags. Nothing of it can be there yet, so nothing is read.
 */
final class NewImageRows {
  private static final String IMAGE =
      "INSERT INTO images (id, name, status, visibility, disk_format, container_format, owner,"
          + " min_disk, min_ram, protected, os_hidden, created_at, updated_at, deleted)"
          + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,0)";
  private static final String PROPERTIES =
      "INSERT INTO image_properties (image_id, name, value, created_at, updated_at, deleted) VALUES";
  private static final String TAGS =
      "INSERT INTO image_tags (image_id, value, created_at, updated_at, deleted) VALUES";

  private final Database database;

  NewImageRows(Database database) {
    this.database = database;
  }

  /**
   * Adds the image within the current transaction.
   *
   * @param now whole seconds
   * @return what is stored
   * @throws GlanceException CONFLICT where the id was ever used, and for two properties that the
   *     collation takes for one
   */
  ImageMetadata insert(String id, CreateImage command, LocalDateTime now) {
    insertImage(id, command, now);
    insertProperties(id, command.properties(), now);
    List<String> tags = List.copyOf(new LinkedHashSet<>(command.tags()));
    insertTags(id, tags, now);
    return new ImageMetadata(
        id,
        command.name(),
        ImageStatus.QUEUED,
        command.visibility(),
        command.diskFormat(),
        command.containerFormat(),
        null,
        null,
        null,
        null,
        null,
        command.owner(),
        command.minDisk(),
        command.minRam(),
        command.isProtected(),
        command.hidden(),
        now.toInstant(ZoneOffset.UTC),
        now.toInstant(ZoneOffset.UTC),
        null,
        command.properties(),
        tags,
        List.of());
  }

  private void insertImage(String id, CreateImage command, LocalDateTime now) {
    try {
      database.execute(
          Sql.of(
              IMAGE,
              id,
              command.name(),
              ImageStatus.QUEUED.wireName(),
              command.visibility().wireName(),
              command.diskFormat(),
              command.containerFormat(),
              command.owner(),
              command.minDisk(),
              command.minRam(),
              command.isProtected(),
              command.hidden(),
              now,
              now));
    } catch (RuntimeException e) {
      if (DatabaseErrors.isDuplicate(e)) {
        throw GlanceException.conflict("Image ID " + id + " already exists!");
      }
      throw e;
    }
  }

  private void insertProperties(String id, Map<String, String> properties, LocalDateTime now) {
    if (properties.isEmpty()) {
      return;
    }
    Sql sql = Sql.of(PROPERTIES);
    String separator = " ";
    for (Map.Entry<String, String> property : properties.entrySet()) {
      sql.add(separator + "(?,?,?,?,?,0)", id, property.getKey(), property.getValue(), now, now);
      separator = ",";
    }
    try {
      database.execute(sql);
    } catch (RuntimeException e) {
      throw DatabaseErrors.isDuplicate(e)
          ? ImageProperties.sameName(secondSpelling(properties.keySet()))
          : e;
    }
  }

  private void insertTags(String id, List<String> tags, LocalDateTime now) {
    if (tags.isEmpty()) {
      return;
    }
    Sql sql = Sql.of(TAGS);
    String separator = " ";
    for (String tag : tags) {
      sql.add(separator + "(?,?,?,?,0)", id, tag, now, now);
      separator = ",";
    }
    database.execute(sql);
  }

  /** The name that most likely met itself in another spelling; beyond ASCII a guess. */
  private static String secondSpelling(Set<String> names) {
    Set<String> seen = new LinkedHashSet<>();
    String last = "";
    for (String name : names) {
      last = name;
      if (!seen.add(name.stripTrailing().toLowerCase(Locale.ROOT))) {
        return name;
      }
    }
    return last;
  }
}
