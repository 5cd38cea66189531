package io.glance.registry.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What a database is made of, as text to compare. */
final class Snapshot {
  private Snapshot() {}

  /** The definition of each table; numbers that count rows are left out. */
  static Map<String, String> tables(Connection connection) throws SQLException {
    Map<String, String> tables = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet names = statement.executeQuery("SHOW TABLES")) {
      while (names.next()) {
        String name = names.getString(1);
        try (Statement show = connection.createStatement();
            ResultSet row = show.executeQuery("SHOW CREATE TABLE " + name)) {
          row.next();
          tables.put(name, row.getString(2).replaceAll(" AUTO_INCREMENT=\\d+", ""));
        }
      }
    }
    return tables;
  }

  /** All rows of Glance's tables with all their columns. */
  static Map<String, String> rows(Connection connection, Iterable<String> tables)
      throws SQLException {
    Map<String, String> found = new TreeMap<>();
    for (String table : tables) {
      StringBuilder text = new StringBuilder();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1")) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int column = 1; column <= columns; column++) {
            text.append(rows.getString(column)).append('|');
          }
          text.append('\n');
        }
      }
      found.put(table, text.toString());
    }
    return found;
  }

  /** Runs the statements of a test resource. */
  static void load(Connection connection, String resource) throws SQLException, IOException {
    try (InputStream in = Snapshot.class.getResourceAsStream("/" + resource);
        Statement statement = connection.createStatement()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String sql : text.replaceAll("(?m)^--.*$", "").split(";\n")) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }
}
