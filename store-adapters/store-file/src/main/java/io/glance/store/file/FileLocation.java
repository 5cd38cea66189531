package io.glance.store.file;

import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreLocation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The path in a location {@code file://<path>} or {@code filesystem://<path>}. */
final class FileLocation {
  private FileLocation() {}

  /**
   * The path as it stands, without percent-decoding; it may have detours and lie anywhere.
   *
   * @throws StoreException BAD_LOCATION
   */
  static Path parse(StoreLocation location) throws StoreException {
    String scheme = location.scheme();
    String text = location.text();
    int start = scheme.length() + "://".length();
    if (!(scheme.equals("file") || scheme.equals("filesystem"))
        || !text.startsWith("://", scheme.length())
        || text.substring(start).isBlank()) {
      throw new StoreException(Kind.BAD_LOCATION, "not a location of a file");
    }
    try {
      return Path.of(text.substring(start).strip());
    } catch (InvalidPathException e) {
      throw new StoreException(Kind.BAD_LOCATION, "not a location of a file", e);
    }
  }

  /** The image's id at the end of a path. */
  static String imageId(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
