package io.glance.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir Path directory;

  @Test
  void dataAndPasswordOutliveARestart() throws SQLException {
    String password;
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
      password = database.password();
      database.createDatabase("glance");
      try (Connection connection = connect(database);
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE t (v VARCHAR(9))");
        statement.execute("INSERT INTO t VALUES ('kept')");
      }
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
      assertThat(database.password()).isEqualTo(password);
      try (Connection connection = connect(database)) {
        assertThat(one(connection, "SELECT v FROM t")).isEqualTo("kept");
        assertThat(one(connection, "SHOW CREATE TABLE t", 2))
            .contains("ENGINE=InnoDB", "CHARSET=utf8mb3", "COLLATE=utf8mb3_general_ci");
      }
    }
  }

  @Test
  void aServerInUseIsNotEnded() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
      database.createDatabase("glance");
      assertThatThrownBy(() -> EmbeddedDatabase.start(directory, 0).close())
          .isInstanceOf(EmbeddedDatabaseException.class)
          .hasMessageContaining("in use")
          .hasMessageContaining("started by process " + ProcessHandle.current().pid());
      try (Connection connection = connect(database)) {
        assertThat(one(connection, "SELECT 1")).isEqualTo("1");
      }
    }
  }

  @Test
  void aServerWhoseOwnerIsGoneIsReplaced() throws Exception {
    try (EmbeddedDatabase left = EmbeddedDatabase.start(directory, 0)) {
      new Owner(ProcessHandle.current().pid(), Instant.EPOCH).write(directory.resolve("owner"));
      try (EmbeddedDatabase next = EmbeddedDatabase.start(directory, 0)) {
        next.createDatabase("glance");
        assertThatThrownBy(() -> connect(left)).isInstanceOf(SQLException.class);
        try (Connection connection = connect(next)) {
          assertThat(one(connection, "SELECT 1")).isEqualTo("1");
        }
      }
    }
  }

  @Test
  void nobodyComesInWithoutThePassword() {
    try (EmbeddedDatabase database = EmbeddedDatabase.startTemporary()) {
      for (String user : new String[] {"root", "glance", ""}) {
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(""), user, ""))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("Access denied");
      }
    }
  }

  @Test
  void closingATemporaryServerRemovesItsDataAndStopsIt() {
    EmbeddedDatabase database = EmbeddedDatabase.startTemporary();
    database.close();
    assertThatThrownBy(() -> connect(database)).isInstanceOf(SQLException.class);
  }

  @Test
  void anotherPlatformIsRefusedByNameAndAskedForAJdbcUrl() {
    assertThatThrownBy(() -> ServerBinaries.refuseOtherPlatforms("Mac OS X", "aarch64"))
        .hasMessageContaining("Mac OS X aarch64")
        .hasMessageContaining("jdbc:mysql://");
    assertThatThrownBy(() -> ServerBinaries.refuseOtherPlatforms("Linux", "aarch64"))
        .isInstanceOf(EmbeddedDatabaseException.class);
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl("glance"), database.user(), database.password());
  }

  private static String one(Connection connection, String sql) throws SQLException {
    return one(connection, sql, 1);
  }

  private static String one(Connection connection, String sql, int column) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(column);
    }
  }
}
