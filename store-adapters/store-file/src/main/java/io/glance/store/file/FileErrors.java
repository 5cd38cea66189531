package io.glance.store.file;

import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;

/** What the system's errors mean. The JDK keeps no errno, only the C library's words. */
final class FileErrors {
  private static final List<String> FULL =
      List.of("no space left on device", "disk quota exceeded", "file too large");
  private static final List<String> DENIED =
      List.of("read-only file system", "permission denied", "operation not permitted");
  private static final List<String> AWAY =
      List.of(
          "input/output error",
          "stale file handle",
          "transport endpoint is not connected",
          "connection timed out",
          "host is down",
          "too many open files");

  private FileErrors() {}

  /**
   * The store's error for a system's one.
   *
   * @param action what was tried, as in "failed to ACTION"
   */
  static StoreException of(IOException e, String action) {
    return new StoreException(kind(e), "failed to " + action + ": " + words(e), e);
  }

  private static Kind kind(IOException e) {
    if (e instanceof NoSuchFileException) {
      return Kind.NOT_FOUND;
    }
    if (e instanceof FileAlreadyExistsException) {
      return Kind.DUPLICATE;
    }
    if (e instanceof AccessDeniedException || e.getCause() instanceof ReadOnlyFileSystemException) {
      return Kind.DENIED;
    }
    String words = words(e).toLowerCase(Locale.ROOT);
    if (FULL.stream().anyMatch(words::contains)) {
      return Kind.FULL;
    }
    if (DENIED.stream().anyMatch(words::contains)) {
      return Kind.DENIED;
    }
    return AWAY.stream().anyMatch(words::contains) ? Kind.UNAVAILABLE : Kind.BROKEN;
  }

  private static String words(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
