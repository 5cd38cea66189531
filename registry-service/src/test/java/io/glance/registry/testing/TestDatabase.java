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
  private static Connection connection;

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
    try (Connection own = connect()) {
      Schema schema = new Schema(own);
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
    try (Statement statement = shared().createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Removes all rows. */
  public static void clean() {
    run(TABLES.stream().map(table -> "DELETE FROM " + table).toArray(String[]::new));
  }

  /** One connection for looking and breaking: opening one costs more than most tests. */
  static synchronized Connection shared() throws SQLException {
    if (connection == null || !connection.isValid(5)) {
      connection = connect();
    }
    return connection;
  }
}
