package io.glance.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Which file a name means, whatever the name.
 *
 * @param key null where the filesystem has no such thing: then no two names are taken for one file
 */
record Inode(@Nullable Object key) {
  static Inode of(Path path) throws IOException {
    return new Inode(
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey());
  }

  /**
   * Whether a name means this file.
   *
   * @throws java.nio.file.NoSuchFileException where the name is free
   */
  boolean isAt(Path path) throws IOException {
    return key != null && key.equals(of(path).key());
  }

  /** Removes a name that means this file and leaves one that means another. */
  void removeAt(Path path) throws IOException {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && isAt(path)) {
      Files.deleteIfExists(path);
    }
  }
}
