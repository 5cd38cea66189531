package io.glance.store.file;

import io.glance.store.spi.StoreException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Files on their way: {@code <image id>.<random>} in the hidden directory. */
final class Unfinished {
  private Unfinished() {}

  /** A new name for an image's file on its way. */
  static Path nameFor(Path directory, String imageId) {
    long random = ThreadLocalRandom.current().nextLong();
    return directory.resolve(String.format(Locale.ROOT, "%s.%016x", imageId, random));
  }

  /** Removes an image's files on their way; says how many. */
  static int remove(Path directory, String imageId) throws StoreException {
    int suffix = ".0123456789abcdef".length();
    return removeIf(
        directory,
        path -> {
          String name = FileLocation.imageId(path);
          return name.startsWith(imageId + ".") && name.length() == imageId.length() + suffix;
        });
  }

  /** Removes files nobody wrote to for a time; says how many. */
  static int sweep(Path directory, Duration untouchedFor) throws StoreException {
    return sweep(directory, untouchedFor, Unfinished::now);
  }

  static int sweep(Path directory, Duration untouchedFor, Clock clock) throws StoreException {
    Instant limit;
    try {
      limit = clock.now(directory).minus(untouchedFor);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw FileErrors.of(e, "learn the time of the unfinished files' disk");
    }
    return removeIf(
        directory,
        path ->
            Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(limit));
  }

  /** The time by the clock that dates the files: a file server's own may differ from ours. */
  static Instant now(Path directory) throws IOException {
    Path probe = Files.createTempFile(directory, "clock.", ".probe");
    try {
      return Files.getLastModifiedTime(probe, LinkOption.NOFOLLOW_LINKS).toInstant();
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  private static int removeIf(Path directory, Condition condition) throws StoreException {
    int removed = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        removed += removed(file, condition) ? 1 : 0;
      }
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw FileErrors.of(e, "remove unfinished files");
    } catch (DirectoryIteratorException e) {
      throw FileErrors.of(new IOException(e), "remove unfinished files");
    }
    return removed;
  }

  private static boolean removed(Path file, Condition condition) throws IOException {
    try {
      return condition.holds(file) && Files.deleteIfExists(file);
    } catch (NoSuchFileException e) {
      return false; // its writer was faster
    }
  }

  /** Tells the time of a directory's files. */
  interface Clock {
    Instant now(Path directory) throws IOException;
  }

  private interface Condition {
    boolean holds(Path path) throws IOException;
  }
}
