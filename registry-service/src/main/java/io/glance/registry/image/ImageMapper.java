package io.glance.registry.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.Location;
import io.glance.model.image.LocationStatus;
import io.glance.model.image.Visibility;
import io.glance.registry.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows to records and back. */
@ApplicationScoped
public class ImageMapper {
  /** The columns that {@link #image} reads, of {@code images i}. */
  static final String COLUMNS =
      "i.id, i.name, i.status, i.visibility, i.disk_format, i.container_format, i.size,"
          + " i.virtual_size, i.checksum, i.os_hash_algo, i.os_hash_value, i.owner, i.min_disk,"
          + " i.min_ram, i.protected, i.os_hidden, i.created_at, i.updated_at, i.deleted_at";

  private static final TypeReference<Map<String, Object>> JSON_OBJECT = new TypeReference<>() {};

  private final ObjectMapper json;

  ImageMapper(ObjectMapper json) {
    this.json = json;
  }

  /** The record of a row of {@link #COLUMNS}, without children. */
  ImageMetadata image(ResultSet row) throws SQLException {
    Instant created = DatabaseTime.read(row, 17);
    Instant updated = DatabaseTime.read(row, 18);
    Instant known = created == null ? Instant.EPOCH : created;
    return new ImageMetadata(
        row.getString(1),
        row.getString(2),
        status(row.getString(3)),
        Visibility.of(row.getString(4)).orElse(Visibility.PRIVATE),
        row.getString(5),
        row.getString(6),
        number(row, 7),
        number(row, 8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getInt(13),
        row.getInt(14),
        row.getBoolean(15),
        row.getBoolean(16),
        known,
        updated == null ? known : updated,
        DatabaseTime.read(row, 19),
        Map.of(),
        List.of(),
        List.of());
  }

  ImageMetadata withChildren(
      ImageMetadata image,
      Map<String, String> properties,
      List<String> tags,
      List<Location> locations) {
    return new ImageMetadata(
        image.id(),
        image.name(),
        image.status(),
        image.visibility(),
        image.diskFormat(),
        image.containerFormat(),
        image.size(),
        image.virtualSize(),
        image.checksum(),
        image.osHashAlgo(),
        image.osHashValue(),
        image.owner(),
        image.minDisk(),
        image.minRam(),
        image.isProtected(),
        image.hidden(),
        image.createdAt(),
        image.updatedAt(),
        image.deletedAt(),
        properties,
        tags,
        locations);
  }

  Location location(long id, String url, @Nullable String metaData, String status) {
    LocationStatus known = LocationStatus.of(status).orElse(LocationStatus.ACTIVE);
    return new Location(id, url, readObject(metaData), known);
  }

  /** The status of a row. One that we don't know is nobody's to act on. */
  public static ImageStatus status(String wireName) {
    return ImageStatus.of(wireName).orElse(ImageStatus.KILLED);
  }

  /** A JSON object of a text column; empty where there is none. */
  public Map<String, Object> readObject(@Nullable String text) {
    if (text == null || text.isBlank() || text.equals("null")) {
      return Map.of();
    }
    try {
      return json.readValue(text, JSON_OBJECT);
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }

  /** A JSON object for a text column. */
  public String writeObject(Map<String, Object> object) {
    try {
      return json.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw GlanceException.badRequest("Metadata of a location must be a JSON object.");
    }
  }

  private static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
