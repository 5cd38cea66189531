package io.glance.store.file;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;

/** The steps of a publication that a disk may fail. */
interface Disk {
  /** The system's. */
  Disk REAL = new Disk() {};

  default void link(Path name, Path file) throws IOException {
    Files.createLink(name, file);
  }

  default void move(Path from, Path to, CopyOption how) throws IOException {
    Files.move(from, to, how);
  }

  default void delete(Path name) throws IOException {
    Files.delete(name);
  }

  default void sync(Path directory) throws IOException {
    Directories.sync(directory);
  }
}
