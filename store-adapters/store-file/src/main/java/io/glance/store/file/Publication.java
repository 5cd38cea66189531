package io.glance.store.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Gives a finished file its name without replacing another one. */
final class Publication {
  private Publication() {}

  /**
   * Names the file, drops its hidden name and syncs the directory.
   *
   * @throws FileAlreadyExistsException where the name is taken
   */
  static void publish(Path hidden, Path target) throws IOException {
    if (!linked(hidden, target)) {
      renameOntoReservation(hidden, target);
    }
    try {
      Directories.sync(target.resolveSibling("."));
    } catch (IOException e) {
      Files.deleteIfExists(target);
      throw e;
    }
  }

  private static boolean linked(Path hidden, Path target) throws IOException {
    try {
      Files.createLink(target, hidden);
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      return false; // no hard links here
    }
    Files.delete(hidden);
    return true;
  }

  /** Creating the empty name first fails where it is taken; the rename then replaces only that. */
  private static void renameOntoReservation(Path hidden, Path target) throws IOException {
    Files.createFile(target);
    try {
      Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.deleteIfExists(target);
      throw e;
    }
  }
}
