package io.glance.registry.testing;

import io.glance.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/**
 * The database server of a test run, one for all classes: the one of {@code -Dglance.test.jdbc-url}
 * (with {@code -user} and {@code -password}), else MySQL in Docker, else a MariaDB of our own.
 */
public record TestServer(String address, String user, String password) {
  private static final String SHARED = "glance.test.shared-server";

  /** The running server; starts it where none is. */
  public static synchronized TestServer get() {
    // Quarkus loads test classes twice: only system properties are the same for both.
    String shared = System.getProperty(SHARED);
    if (shared != null) {
      String[] parts = shared.split("\n", 3);
      return new TestServer(parts[0], parts[1], parts[2]);
    }
    TestServer server = start();
    System.setProperty(SHARED, server.address + "\n" + server.user + "\n" + server.password);
    return server;
  }

  /** The JDBC URL of a database on it. */
  public String jdbcUrl(String database) {
    return address + "/" + database + "?connectionTimeZone=UTC";
  }

  /** A connection to a database. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), user, password);
  }

  /** Makes an empty database, dropping what was there. */
  public void recreate(String database) {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + database);
      statement.execute("CREATE DATABASE " + database + " CHARACTER SET utf8mb3");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestServer start() {
    String given = System.getProperty("glance.test.jdbc-url");
    if (given != null) {
      return new TestServer(
          given.replaceFirst("^(jdbc:mysql://[^/?]+).*", "$1"),
          System.getProperty("glance.test.jdbc-user", "root"),
          System.getProperty("glance.test.jdbc-password", ""));
    }
    if (DockerClientFactory.instance().isDockerAvailable()) {
      MySQLContainer mysql = new MySQLContainer("mysql:8.4").withUsername("root");
      mysql.start();
      return new TestServer(
          "jdbc:mysql://" + mysql.getHost() + ":" + mysql.getMappedPort(3306),
          mysql.getUsername(),
          mysql.getPassword());
    }
    EmbeddedDatabase database = EmbeddedDatabase.startTemporary();
    return new TestServer(
        "jdbc:mysql://127.0.0.1:" + database.port(), database.user(), database.password());
  }
}
