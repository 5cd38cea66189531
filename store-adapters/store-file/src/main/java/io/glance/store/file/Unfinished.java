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
    Instant limit = Instant.now().minus(untouchedFor);
    return removeIf(
        directory,
        path ->
            Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(limit));
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

  private interface Condition {
    boolean holds(Path path) throws IOException;
  }
}
