package io.glance.e2e.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.e2e.target.ServiceProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The node {@code controller} of the walk-through on loopback: a MariaDB and a Keystone of its own
 * on free ports, and the name mapped for Java and Python. Closing it stops both.
 *
 * <p>Their scripts are in {@code -Dglance.backends.dir}, by default {@code ../shared/backends}
 * beside the repository.
 */
final class ControlNode implements AutoCloseable {
  private final Path directory;
  private final int keystone = ServiceProcess.freePort();
  private final int mariadb = ServiceProcess.freePort();
  private final Map<String, String> environment = new HashMap<>();

  ControlNode(Path directory) {
    this.directory = directory;
    environment.put("BACKENDS_DIR", directory.resolve("b").toString());
    environment.put("KEYSTONE_PORT", String.valueOf(keystone));
    environment.put("KEYSTONE_CACHE_PORT", String.valueOf(ServiceProcess.freePort()));
    environment.put("MARIADB_PORT", String.valueOf(mariadb));
    script("mariadb.sh", "start");
    script("keystone.sh", "start");
  }

  /** What the clients need to reach it. */
  Map<String, String> clients() {
    Map<String, String> clients = ClientSteps.at("http://controller:" + keystone, "secret");
    clients.put("PYTHONPATH", resource("/hosts/sitecustomize.py").getParent().toString());
    return clients;
  }

  /** What the services need on top of their two files: names, ports and the data directory. */
  Map<String, String> services(int port) {
    Map<String, String> services = new HashMap<>();
    services.put(
        "GLANCE_JAVA_OPTS",
        "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djdk.net.hosts.file=" + hosts());
    services.put("OS_DEFAULT__BIND_HOST", "127.0.0.1");
    services.put("OS_DEFAULT__BIND_PORT", String.valueOf(port));
    services.put(
        "OS_DATABASE__CONNECTION",
        "mysql+pymysql://glance:openstack@controller:" + mariadb + "/glance");
    services.put("OS_KEYSTONE_AUTHTOKEN__AUTH_URI", "http://controller:" + keystone);
    services.put("OS_KEYSTONE_AUTHTOKEN__AUTH_URL", "http://controller:" + keystone);
    services.put("OS_GLANCE_STORE__FILESYSTEM_STORE_DATADIR", directory.resolve("images") + "/");
    return services;
  }

  /** Where the image bytes are. */
  Path images() {
    return directory.resolve("images");
  }

  /** One of the user's two ini files, as it is. */
  Path ini(String name) {
    return resource("/walkthrough/" + name);
  }

  /** Where the services' logs go. */
  Path log(String name) {
    return directory.resolve(name + ".log");
  }

  /** Executes SQL as the database's root. */
  void sql(String... statements) {
    try (Connection connection = root();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names of Glance's tables. */
  List<String> tables() {
    List<String> names = new ArrayList<>();
    try (Connection connection = root();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW TABLES FROM glance")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return names;
  }

  @Override
  public void close() {
    script("keystone.sh", "stop");
    script("mariadb.sh", "stop");
  }

  private Connection root() throws SQLException {
    return DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + mariadb + "/", "root", "glance");
  }

  private void script(String name, String action) {
    Path scripts =
        ServiceProcess.root()
            .resolve(System.getProperty("glance.backends.dir", "../shared/backends"));
    Path script = scripts.resolve(name);
    assertThat(script).as("-Dglance.backends.dir").exists();
    // A daemon keeps the pipes open: its output goes to a file.
    Path log = directory.resolve(name + ".out");
    ProcessBuilder builder = new ProcessBuilder(script.toString(), action);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      int exit = builder.start().waitFor();
      assertThat(exit).as("%s %s: %s", script, action, Files.readString(log)).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Path hosts() {
    Path hosts = directory.resolve("hosts");
    try {
      return Files.writeString(hosts, "127.0.0.1 localhost\n127.0.0.1 controller\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path resource(String name) {
    Path copy = directory.resolve("resources" + name);
    try (InputStream in = ControlNode.class.getResourceAsStream(name)) {
      Files.createDirectories(copy.getParent());
      if (!Files.exists(copy)) {
        Files.copy(in, copy);
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
