package io.glance.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server of our own on 127.0.0.1: the database of the quickstart and of the tests, where
 * neither Docker nor another server is at hand. The same protocol, driver and changelog as in
 * production.
 *
 * <p>Whoever starts it closes it; it also ends with the JVM. Linux x86-64 only.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private final Path directory;
  private final boolean temporary;
  private final ServerProcess server;
  private final String password;
  private final Thread atExit;

  private EmbeddedDatabase(Path directory, boolean temporary, int port) {
    this.directory = directory;
    this.temporary = temporary;
    DataDirectory data = DataDirectory.prepare(directory, ServerBinaries.unpacked(), temporary);
    this.password = data.password();
    this.server = ServerProcess.start(data, port);
    this.atExit = new Thread(this::stop, "embedded-database-stop");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Starts a server whose data stays, fully durable.
   *
   * @param directory where the data is; made where it is missing
   * @param port TCP port, 0 for a free one
   * @throws EmbeddedDatabaseException naming the cause
   */
  public static EmbeddedDatabase start(Path directory, int port) {
    return new EmbeddedDatabase(directory.toAbsolutePath(), false, port);
  }

  /**
   * Starts a fast server on a free port whose data goes when it is closed: for tests.
   *
   * @throws EmbeddedDatabaseException naming the cause
   */
  public static EmbeddedDatabase startTemporary() {
    try {
      return new EmbeddedDatabase(Files.createTempDirectory("glance-db"), true, 0);
    } catch (IOException e) {
      throw new EmbeddedDatabaseException("failed to make a directory for the database", e);
    }
  }

  /** TCP port on 127.0.0.1. */
  public int port() {
    return server.port();
  }

  /** The user with all rights. */
  public String user() {
    return DataDirectory.USER;
  }

  /** The user's password: made at random with the data directory. */
  public String password() {
    return password;
  }

  /** The JDBC URL of a database, without user and password. It need not exist yet. */
  public String jdbcUrl(String database) {
    return "jdbc:mysql://127.0.0.1:" + port() + "/" + database;
  }

  /** Makes an empty database with Glance's character set where it is missing. */
  public void createDatabase(String database) {
    if (!database.matches("\\w{1,64}")) {
      throw new IllegalArgumentException("not a name of a database: " + database);
    }
    try (Connection connection = DriverManager.getConnection(jdbcUrl(""), user(), password);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE IF NOT EXISTS " + database + " CHARACTER SET utf8mb3");
    } catch (SQLException e) {
      throw new EmbeddedDatabaseException("failed to create the database " + database, e);
    }
  }

  /** Stops the server cleanly; drops the data of a temporary one. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyGoingDown) {
      // The hook runs or has run: nothing to take back.
      return;
    }
  }

  private void stop() {
    server.stop();
    if (temporary) {
      deleteTree(directory);
    }
  }

  private static void deleteTree(@Nullable Path path) {
    if (path == null || !Files.exists(path)) {
      return;
    }
    try (Stream<Path> found = Files.walk(path)) {
      found.sorted((a, b) -> b.compareTo(a)).forEach(each -> each.toFile().delete());
    } catch (IOException e) {
      throw new EmbeddedDatabaseException("failed to remove " + path, e);
    }
  }
}
