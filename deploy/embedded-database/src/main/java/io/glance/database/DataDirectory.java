package io.glance.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server's files: {@code data}, {@code tmp}, the log, the user's password and the SQL that lets
 * the user in at each start.
 *
 * @param fast skip what a power cut needs
 */
record DataDirectory(Path root, Path binaries, String password, boolean fast) {
  static final String USER = "glance";
  private static final List<String> SYSTEM_SCRIPTS =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql");

  static DataDirectory prepare(Path root, Path binaries, boolean fast) {
    try {
      Files.createDirectories(root.resolve("tmp"));
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
      DataDirectory directory = new DataDirectory(root, binaries, passwordOf(root), fast);
      Files.writeString(directory.initFile(), directory.letUserIn());
      if (!Files.exists(directory.bootstrapped())) {
        directory.bootstrap();
        Files.createFile(directory.bootstrapped());
      }
      return directory;
    } catch (IOException e) {
      throw new EmbeddedDatabaseException(
          "failed to prepare the database in " + root + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedDatabaseException("interrupted while the database was prepared", e);
    }
  }

  Path data() {
    return root.resolve("data");
  }

  Path log() {
    return root.resolve("mariadb.log");
  }

  Path pidFile() {
    return root.resolve("mariadb.pid");
  }

  /** Who started the server. */
  Path ownerFile() {
    return root.resolve("owner");
  }

  Path initFile() {
    return root.resolve("init.sql");
  }

  private Path bootstrapped() {
    return root.resolve(".bootstrapped");
  }

  /** What every start of the server shares. */
  List<String> command() {
    return List.of(
        binaries.resolve("bin/mariadbd").toString(),
        "--no-defaults",
        "--user=" + System.getProperty("user.name"),
        "--basedir=" + binaries,
        "--lc-messages-dir=" + binaries.resolve("share"),
        "--datadir=" + data(),
        "--tmpdir=" + root.resolve("tmp"),
        "--character-set-server=utf8mb3",
        "--collation-server=utf8mb3_general_ci",
        "--character-set-collations=utf8mb3=utf8mb3_general_ci",
        "--default-storage-engine=InnoDB",
        "--innodb-log-file-size=48M",
        "--innodb-buffer-pool-size=96M",
        "--performance-schema=OFF",
        "--skip-name-resolve");
  }

  private static String passwordOf(Path root) throws IOException {
    Path file = root.resolve("password");
    if (!Files.exists(file)) {
      byte[] random = new byte[16];
      new SecureRandom().nextBytes(random);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          file, HexFormat.of().formatHex(random), StandardOpenOption.TRUNCATE_EXISTING);
    }
    return Files.readString(file).strip();
  }

  private String letUserIn() {
    return "CREATE USER IF NOT EXISTS glance@'127.0.0.1' IDENTIFIED BY '"
        + password
        + "';\nGRANT ALL PRIVILEGES ON *.* TO glance@'127.0.0.1' WITH GRANT OPTION;\n";
  }

  /** Fills the system tables as mariadb-install-db does, without its shell, help and root user. */
  private void bootstrap() throws IOException, InterruptedException {
    Files.createDirectories(data());
    Path script = root.resolve("tmp/bootstrap.sql");
    StringBuilder sql = new StringBuilder("CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\n");
    sql.append("SET @auth_root_socket=NULL;\n");
    for (String name : SYSTEM_SCRIPTS) {
      sql.append(Files.readString(binaries.resolve("share").resolve(name), StandardCharsets.UTF_8));
    }
    // Only the user of the init file may come in.
    sql.append("\nDELETE FROM global_priv WHERE User <> 'mariadb.sys';\n");
    Files.writeString(script, sql);
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command()));
    builder.command().add("--bootstrap");
    builder.redirectInput(script.toFile()).redirectErrorStream(true).redirectOutput(log().toFile());
    Process process = builder.start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("the server's first start took more than 2 minutes");
    }
    if (process.exitValue() != 0) {
      throw new IOException("the server's first start failed: " + ServerProcess.tail(log()));
    }
  }
}
