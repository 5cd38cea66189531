package io.glance.store.file;

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

  /** The URL of an image here, as Glance writes it. */
  String url(String imageId) {
    return "file://" + text + (text.endsWith("/") ? "" : "/") + imageId;
  }
}
