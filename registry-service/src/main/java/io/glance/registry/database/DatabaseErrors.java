package io.glance.registry.database;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What MySQL's and MariaDB's error numbers mean to a caller. */
public final class DatabaseErrors {
  private static final int DUPLICATE = 1062;

  /** Deadlock, lock wait timeout, row changed under a snapshot. */
  private static final Set<Integer> RETRYABLE = Set.of(1213, 1205, 1020);

  /** Too long, not in the character set, out of range, truncated, check violated, collations. */
  private static final Set<Integer> BAD_VALUE =
      Set.of(1406, 1366, 1264, 1265, 1292, 4025, 3819, 1267, 1270, 1271);

  /** Full, going down, read-only, connection killed, no rights, no such database or table. */
  private static final Set<Integer> AWAY =
      Set.of(1040, 1203, 1053, 1077, 1290, 1836, 1927, 1317, 3100, 1044, 1045, 1049, 1146);

  private DatabaseErrors() {}

  /** Whether the same transaction may succeed the next time. */
  static boolean isRetryable(Throwable failure) {
    SQLException sql = sqlCause(failure);
    return sql != null && RETRYABLE.contains(sql.getErrorCode());
  }

  /** Whether a unique key refused the change. */
  public static boolean isDuplicate(Throwable failure) {
    SQLException sql = sqlCause(failure);
    return sql != null && sql.getErrorCode() == DUPLICATE;
  }

  /** An unchecked carrier, or the meaning where nobody may want to retry. */
  static RuntimeException wrap(SQLException failure) {
    return isRetryable(failure) || isDuplicate(failure) ? new Carrier(failure) : translate(failure);
  }

  /** What to tell the caller. */
  static GlanceException translate(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof GlanceException known) {
        return known;
      }
    }
    SQLException sql = sqlCause(failure);
    if (sql == null) {
      return new GlanceException(ErrorCode.INTERNAL, "The registry failed.", failure);
    }
    int number = sql.getErrorCode();
    if (BAD_VALUE.contains(number)) {
      return GlanceException.badRequest(
          "A value is too long or holds characters that can't be stored.");
    }
    if (number == DUPLICATE) {
      return GlanceException.conflict("An object with the same identifier already exists.");
    }
    if (RETRYABLE.contains(number) || isAway(sql)) {
      return GlanceException.unavailable(
          "The database is not available, try again later.", failure);
    }
    return new GlanceException(ErrorCode.INTERNAL, "The registry failed.", failure);
  }

  private static boolean isAway(SQLException failure) {
    String state = failure.getSQLState();
    return AWAY.contains(failure.getErrorCode())
        || (state != null && state.startsWith("08"))
        || failure instanceof java.sql.SQLTransientException
        || failure.getCause() instanceof TimeoutException
        || String.valueOf(failure.getMessage()).startsWith("Acquisition timeout");
  }

  private static @Nullable SQLException sqlCause(Throwable failure) {
    SQLException found = null;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && (found == null || sql.getErrorCode() != 0)) {
        found = sql;
      }
    }
    return found;
  }

  /** Carries an error that somebody up the stack knows how to take. */
  private static final class Carrier extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Carrier(SQLException cause) {
      super(cause);
    }
  }
}
