package io.glance.registry.operator;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of {@code images i} to records, without children. */
final class FullImageMapper {
  static final String COLUMNS =
      "i.id, i.name, i.status, i.size, i.virtual_size, i.disk_format, i.container_format,"
          + " i.min_disk, i.min_ram, i.visibility, i.checksum, i.owner, i.protected, i.created_at,"
          + " i.updated_at, i.deleted_at, i.deleted";

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

  private FullImageMapper() {}

  static FullImage image(ResultSet row) throws SQLException {
    return new FullImage(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        number(row, 4),
        number(row, 5),
        row.getString(6),
        row.getString(7),
        row.getInt(8),
        row.getInt(9),
        "public".equals(row.getString(10)),
        row.getString(11),
        row.getString(12),
        row.getBoolean(13),
        String.valueOf(time(row, 14)),
        time(row, 15),
        time(row, 16),
        row.getBoolean(17),
        Map.of(),
        null,
        List.of());
  }

  private static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static @Nullable String time(ResultSet row, int column) throws SQLException {
    LocalDateTime value = row.getObject(column, LocalDateTime.class);
    return value == null ? null : MICROSECONDS.format(value);
  }
}
