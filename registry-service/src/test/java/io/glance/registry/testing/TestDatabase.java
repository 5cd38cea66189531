package io.glance.registry.testing;

import io.glance.registry.schema.Schema;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Gives the registry under test a database with Glance's schema. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
  private static final String NAME = "glance_test";
  private static final List<String> TABLES =
      List.of(
          "glance_intents",
          "glance_quota_locks",
          "image_properties",
          "image_tags",
          "image_members",
          "image_locations",
          "images");

  @Override
  public Map<String, String> start() {
    TestServer server = TestServer.get();
    server.recreate(NAME);
    try (Connection connection = connect()) {
      Schema schema = new Schema(connection);
      schema.expand();
      schema.contract();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", server.jdbcUrl(NAME),
        "quarkus.datasource.username", server.user(),
        "quarkus.datasource.password", server.password(),
        "glance.ini.service_context.key", "a key for tests only");
  }

  @Override
  public void stop() {
    // The server serves the next class, too.
  }

  /** A connection past the registry, for looking and for breaking things. */
  public static Connection connect() throws SQLException {
    return TestServer.get().connect(NAME);
  }

  /** Runs statements past the registry. */
  public static void run(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Removes all rows. */
  public static void clean() {
    TABLES.forEach(table -> run("DELETE FROM " + table));
  }
}
