package io.glance.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running mariadbd. */
final class ServerProcess {
  private static final int START_SECONDS = 60;
  private static final int STOP_SECONDS = 30;
  private static final int PORT_TRIES = 3;

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the server and waits until it answers. */
  static ServerProcess start(DataDirectory data, int port) {
    try {
      stopLeftOver(data);
      Owner.current().write(data.ownerFile());
      for (int tried = 1; ; tried++) {
        ServerProcess server = launch(data, port == 0 ? freePort() : port);
        if (server.becomesReady(data)) {
          return server;
        }
        server.stop();
        if (port != 0 || tried == PORT_TRIES) {
          throw new EmbeddedDatabaseException(
              "the embedded database did not start: " + tail(data.log()), null);
        }
      }
    } catch (IOException e) {
      throw new EmbeddedDatabaseException(
          "the embedded database did not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedDatabaseException("interrupted while the database started", e);
    }
  }

  int port() {
    return port;
  }

  /** Ends the server and waits for it. */
  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  /** The end of a log, for messages. */
  static String tail(Path log) {
    try {
      String text = Files.readString(log, StandardCharsets.UTF_8);
      return text.substring(Math.max(0, text.length() - 600)).strip();
    } catch (IOException e) {
      return "no log";
    }
  }

  private static ServerProcess launch(DataDirectory data, int port) throws IOException {
    List<String> command = new ArrayList<>(data.command());
    command.add("--init-file=" + data.initFile());
    command.add("--pid-file=" + data.pidFile());
    command.add("--bind-address=127.0.0.1");
    command.add("--port=" + port);
    command.add("--socket=" + data.pidFile().resolveSibling("s"));
    command.add("--max-connections=300");
    if (data.fast()) {
      command.add("--innodb-flush-log-at-trx-commit=0");
      command.add("--skip-innodb-doublewrite");
    } else {
      command.add("--innodb-flush-log-at-trx-commit=1");
    }
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    return new ServerProcess(builder.redirectOutput(data.log().toFile()).start(), port);
  }

  private boolean becomesReady(DataDirectory data) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (process.isAlive() && System.nanoTime() < deadline) {
      try (Connection connection =
          DriverManager.getConnection(
              "jdbc:mysql://127.0.0.1:" + port + "/?connectTimeout=2000&socketTimeout=5000",
              DataDirectory.USER,
              data.password())) {
        return connection.isValid(5);
      } catch (SQLException notYet) {
        process.waitFor(50, TimeUnit.MILLISECONDS);
      }
    }
    return false;
  }

  /**
   * A killed JVM leaves its server behind, which would hold the data directory for ever; one whose
   * owner lives is in use.
   */
  private static void stopLeftOver(DataDirectory data) throws IOException, InterruptedException {
    if (!Files.exists(data.pidFile())) {
      return;
    }
    String pid = Files.readString(data.pidFile()).strip();
    if (!pid.matches("\\d{1,9}")) {
      return;
    }
    ProcessHandle left = ProcessHandle.of(Long.parseLong(pid)).orElse(null);
    if (left != null && isOurs(left, data)) {
      refuseIfOwned(left, data);
      left.destroy();
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
      while (left.isAlive() && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  private static void refuseIfOwned(ProcessHandle server, DataDirectory data) throws IOException {
    Owner owner = Owner.read(data.ownerFile()).orElse(null);
    if (owner != null && !owner.isAlive()) {
      return;
    }
    throw new EmbeddedDatabaseException(
        "the database in "
            + data.root()
            + " is in use: its server is process "
            + server.pid()
            + (owner == null ? ", started by nobody known" : ", started by process " + owner.pid())
            + "; end that first or take another directory",
        null);
  }

  private static boolean isOurs(ProcessHandle process, DataDirectory data) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("mariadbd") && line.contains("--datadir=" + data.data()))
        .isPresent();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
