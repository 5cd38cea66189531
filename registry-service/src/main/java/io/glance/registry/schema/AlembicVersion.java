package io.glance.registry.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The row that Glance's own tools read to know the schema (DB-01). Written for a database of our
 * making; left alone in one that Python Glance made.
 */
final class AlembicVersion {
  /** Head after the expand phase alone. */
  static final String EXPANDED = "2024_1_expand01";

  /** Head of the whole schema. */
  static final String CONTRACTED = "2024_1_contract01";

  /** Heads whose tables are those of the changelog, but for the ones it adds (DB-02). */
  private static final Pattern SUPPORTED =
      Pattern.compile("(wallaby|xena|yoga|zed)_contract01|20\\d\\d_\\d_(expand|contract)\\d\\d");

  private final Connection connection;

  AlembicVersion(Connection connection) {
    this.connection = connection;
  }

  /** The revisions in the database; empty where there is no table or no row. */
  List<String> heads() throws SQLException {
    List<String> heads = new ArrayList<>();
    if (hasTable("alembic_version")) {
      try (Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery("SELECT version_num FROM alembic_version ORDER BY 1")) {
        while (rows.next()) {
          heads.add(rows.getString(1));
        }
      }
    }
    return heads;
  }

  /** Whether the contract phase has been done, by us or by Glance. */
  boolean isContracted() throws SQLException {
    List<String> heads = heads();
    return !heads.isEmpty() && !heads.contains(EXPANDED);
  }

  /** Refuses a database that Glance's tools have to bring forward first. */
  void refuseUnsupported() throws SQLException {
    List<String> heads = heads();
    if (heads.isEmpty() && hasTable("images") && !hasTable(Changelog.TABLE)) {
      throw new SchemaException(
          "This database has Glance's tables but no alembic revision. Bring it to the Wallaby"
              + " release or newer with Python Glance's own glance-manage first.");
    }
    if (!heads.isEmpty() && heads.stream().noneMatch(head -> SUPPORTED.matcher(head).matches())) {
      throw new SchemaException(
          "This database is at revision "
              + String.join(", ", heads)
              + ". Bring it to the Wallaby release or newer with Python Glance's own glance-manage"
              + " first.");
    }
  }

  /** Marks a database of our making as expanded. */
  void stampExpanded() throws SQLException {
    if (heads().isEmpty()) {
      replaceBy(EXPANDED);
    }
  }

  /** Marks an expanded database as contracted: nothing has to change for that. */
  void stampContracted() throws SQLException {
    if (heads().contains(EXPANDED)) {
      replaceBy(CONTRACTED);
    }
  }

  boolean hasTable(String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT 1 FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_name = ?")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private void replaceBy(String revision) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try (Statement delete = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO alembic_version (version_num) VALUES (?)")) {
      delete.executeUpdate("DELETE FROM alembic_version");
      insert.setString(1, revision);
      insert.executeUpdate();
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(autoCommit);
    }
  }
}
