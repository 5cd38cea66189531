package io.glance.registry.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Glance's schema in one database: what is there, and how it gets up to date.
 *
 * <p>A database of Python Glance (Wallaby or newer) is adopted as it is: no row and no column
 * changes, only missing tables are added, so that Python Glance goes on working beside us (DB-21).
 * Every step may be cut at any moment and done again (REL-21); two runs at once wait for each
 * other.
 */
public final class Schema {
  private static final int LOCK_SECONDS = 600;

  private final Connection connection;
  private final AlembicVersion version;
  private final Changelog changelog;

  /**
   * The schema behind a connection, which stays the caller's.
   *
   * @param connection to Glance's database, with the right to create tables
   */
  public Schema(Connection connection) {
    this.connection = connection;
    this.version = new AlembicVersion(connection);
    this.changelog = new Changelog(connection);
  }

  /** Glance's revisions; empty where the database isn't under its control. */
  public List<String> revisions() {
    return read(version::heads);
  }

  /** Whether all tables are there. */
  public boolean isExpanded() {
    return read(() -> !changelog.hasPending() && !version.heads().isEmpty());
  }

  /** Whether nothing is left to do. */
  public boolean isUpToDate() {
    return read(() -> !changelog.hasPending() && version.isContracted());
  }

  /** Adds the missing tables. */
  public void expand() {
    alone(
        () -> {
          version.refuseUnsupported();
          changelog.update();
          version.stampExpanded();
          return true;
        });
  }

  /** Ends the upgrade that {@link #expand} began. */
  public void contract() {
    alone(
        () -> {
          if (changelog.hasPending()) {
            throw new SchemaException("the schema has to be expanded first");
          }
          version.stampContracted();
          return true;
        });
  }

  /** A named lock of the server: it goes with the connection, so no killed run leaves it behind. */
  private void alone(Work<Boolean> work) {
    read(
        () -> {
          if (!ask("SELECT GET_LOCK(CONCAT('glance_schema.', MD5(DATABASE())), ?)")) {
            throw new SchemaException(
                "another db sync has been running for " + LOCK_SECONDS + " seconds");
          }
          try {
            return work.run();
          } finally {
            ask("SELECT RELEASE_LOCK(CONCAT('glance_schema.', MD5(DATABASE()))) WHERE ? > 0");
          }
        });
  }

  private boolean ask(String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, LOCK_SECONDS);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getInt(1) == 1;
      }
    }
  }

  private static <T> T read(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw new SchemaException("the database refused: " + e.getMessage(), e);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T run() throws SQLException;
  }
}
