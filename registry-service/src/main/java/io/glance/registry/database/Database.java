package io.glance.registry.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Runs work on the database: transactions with retry of deadlocks, and plain reads. */
@ApplicationScoped
public class Database {
  private static final int MAX_RETRIES = 5;
  private static final int TRANSACTION_SECONDS = 10;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(8);

  private final AgroalDataSource dataSource;

  Database(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Runs work in a transaction of its own. A deadlock's victim is tried again (REL-26), so the work
   * must have no effect but on the database.
   *
   * @throws io.glance.model.error.GlanceException the work's own; BAD_REQUEST for a value that a
   *     column can't hold, CONFLICT for a duplicate, UNAVAILABLE while the database is away or
   *     locked
   */
  public <T> T write(Supplier<T> work) {
    long start = System.nanoTime();
    for (int retry = 0; ; retry++) {
      try {
        return QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(work::get);
      } catch (RuntimeException failure) {
        boolean mayRetry =
            retry < MAX_RETRIES
                && System.nanoTime() - start < PATIENCE_NANOS
                && DatabaseErrors.isRetryable(failure);
        if (!mayRetry) {
          throw DatabaseErrors.translate(failure);
        }
        pause(retry);
      }
    }
  }

  /** Runs a query; the rows come through the current transaction where there is one. */
  public <T> List<T> query(Sql sql, RowReader<T> reader) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql.text())) {
      sql.bind(statement);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reader.read(rows));
        }
        return found;
      }
    } catch (SQLException failure) {
      throw DatabaseErrors.wrap(failure);
    }
  }

  /** Runs a statement that changes rows, within the current transaction; answers how many. */
  public int execute(Sql sql) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql.text())) {
      sql.bind(statement);
      return statement.executeUpdate();
    } catch (SQLException failure) {
      throw DatabaseErrors.wrap(failure);
    }
  }

  /** Runs an INSERT within the current transaction; answers the new row's number. */
  public long insert(Sql sql) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(sql.text(), Statement.RETURN_GENERATED_KEYS)) {
      sql.bind(statement);
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    } catch (SQLException failure) {
      throw DatabaseErrors.wrap(failure);
    }
  }

  private static void pause(int retry) {
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(5, 20L << retry));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes a value of the row a result set stands on. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
