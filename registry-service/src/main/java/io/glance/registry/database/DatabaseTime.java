package io.glance.registry.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as Glance's tables hold them: UTC without zone, whole seconds. */
public final class DatabaseTime {
  private DatabaseTime() {}

  /** Now, for a column. */
  public static LocalDateTime now(Clock clock) {
    return of(clock.instant());
  }

  /** A moment, for a column. */
  public static LocalDateTime of(Instant instant) {
    return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
  }

  /** The moment in a column; null where the column is. */
  public static @Nullable Instant read(ResultSet row, int column) throws SQLException {
    LocalDateTime value = row.getObject(column, LocalDateTime.class);
    return value == null ? null : value.toInstant(ZoneOffset.UTC);
  }
}
