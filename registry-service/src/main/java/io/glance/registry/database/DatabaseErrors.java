package io.glance.registry.database;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
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
    Set<Throwable> all = causes(failure);
    for (Throwable each : all) {
      if (each instanceof GlanceException known) {
        return known;
      }
    }
    SQLException sql = sqlCause(failure);
    boolean lost = all.stream().anyMatch(DatabaseErrors::isLostTransaction);
    if (sql == null) {
      return lost ? unavailable(failure) : internal(failure);
    }
    int number = sql.getErrorCode();
    if (BAD_VALUE.contains(number)) {
      return GlanceException.badRequest(
          "A value is too long or holds characters that can't be stored.");
    }
    if (number == DUPLICATE) {
      return GlanceException.conflict("An object with the same identifier already exists.");
    }
    boolean notOurs = number == 0 && lost;
    return RETRYABLE.contains(number) || isAway(sql) || notOurs
        ? unavailable(failure)
        : internal(failure);
  }

  /** Rolled back in the place of a commit, or after the transaction's time was up. */
  private static boolean isLostTransaction(Throwable failure) {
    return failure instanceof RollbackException
        || failure instanceof SystemException
        || failure instanceof HeuristicMixedException
        || failure instanceof HeuristicRollbackException;
  }

  private static GlanceException unavailable(Throwable failure) {
    return GlanceException.unavailable("The database is not available, try again later.", failure);
  }

  private static GlanceException internal(Throwable failure) {
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
    for (Throwable each : causes(failure)) {
      if (each instanceof SQLException sql && (found == null || sql.getErrorCode() != 0)) {
        found = sql;
      }
    }
    return found;
  }

  /** A failure with what it comes from; a transaction's end notes that as suppressed. */
  private static Set<Throwable> causes(Throwable failure) {
    Set<Throwable> found = new LinkedHashSet<>();
    Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
    while (!open.isEmpty()) {
      Throwable each = open.removeFirst();
      if (found.add(each)) {
        Collections.addAll(open, each.getSuppressed());
        if (each.getCause() != null) {
          open.addFirst(each.getCause());
        }
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
