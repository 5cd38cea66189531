package io.glance.registry.testing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks at the test database past the registry. */
public final class Rows {
  private Rows() {}

  /** How many rows {@code FROM <text>} has. */
  public static long count(String tableAndCondition) {
    return Long.parseLong(texts("SELECT COUNT(*) FROM " + tableAndCondition).get(0));
  }

  /** The first column. */
  public static List<String> texts(String sql) {
    try (Statement statement = TestDatabase.shared().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
