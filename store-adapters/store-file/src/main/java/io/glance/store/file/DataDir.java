package io.glance.store.file;

import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One directory of images.
 *
 * @param text as configured: locations in the database begin with it
 * @param priority higher is filled first
 */
record DataDir(String text, int priority) {
  private static final String UNFINISHED = ".glance-unfinished";

  /** Absolute and without detours. */
  Path path() {
    return Path.of(text).toAbsolutePath().normalize();
  }

  /** Holds files until they are whole, on the same filesystem. */
  Path unfinished() {
    return path().resolve(UNFINISHED);
  }

  /**
   * Tells an image that is gone from a disk that is: an empty mount point lacks the hidden
   * directory, which only the store's opening makes.
   *
   * @throws StoreException UNAVAILABLE
   */
  void requireMounted() throws StoreException {
    if (!Files.isDirectory(unfinished())) {
      throw new StoreException(
          Kind.UNAVAILABLE, text + " has no directory " + UNFINISHED + ": is its disk mounted?");
    }
  }

  /** The URL of an image here, as Glance writes it. */
  String url(String imageId) {
    return "file://" + text + (text.endsWith("/") ? "" : "/") + imageId;
  }
}
