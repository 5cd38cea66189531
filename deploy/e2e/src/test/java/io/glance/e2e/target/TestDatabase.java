package io.glance.e2e.target;

import io.glance.database.EmbeddedDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/**
 * The database of the services under test: the one of {@code glance.test.jdbc-url}, else MySQL in a
 * container where Docker answers, else the embedded one.
 *
 * @param server JDBC URL without a database, ending in a slash
 */
record TestDatabase(String server, String user, String password) {
  private static TestDatabase known;

  static synchronized TestDatabase running() {
    if (known == null) {
      known = start();
    }
    return known;
  }

  /** Drops and makes an empty database; its connection as Glance's ini files write it. */
  String fresh(String name) {
    try (Connection connection = DriverManager.getConnection(server, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb3");
    } catch (SQLException e) {
      throw new IllegalStateException("failed to create the database " + name, e);
    }
    URI uri = URI.create(server.substring("jdbc:".length()));
    return "mysql+pymysql://" + user + ":" + password + "@" + uri.getAuthority() + "/" + name;
  }

  private static TestDatabase start() {
    String url = System.getProperty("glance.test.jdbc-url", "");
    if (!url.isEmpty()) {
      return new TestDatabase(
          url.replaceFirst("jdbc:(mariadb|mysql)://([^/]*)/.*", "jdbc:mysql://$2/"),
          System.getProperty("glance.test.jdbc-user", "glance"),
          System.getProperty("glance.test.jdbc-password", "glance"));
    }
    if (DockerClientFactory.instance().isDockerAvailable()) {
      return container();
    }
    EmbeddedDatabase embedded = EmbeddedDatabase.startTemporary();
    return new TestDatabase(embedded.jdbcUrl(""), embedded.user(), embedded.password());
  }

  /** Testcontainers itself removes it with this JVM. */
  @SuppressWarnings("resource")
  private static TestDatabase container() {
    MySQLContainer mysql = new MySQLContainer("mysql:8.4");
    mysql.withUsername("root").withPassword("glance").start();
    String server = "jdbc:mysql://" + mysql.getHost() + ":" + mysql.getMappedPort(3306) + "/";
    return new TestDatabase(server, "root", "glance");
  }
}
