package io.glance.store.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Gives a finished file its name without replacing another one. */
record Publication(Disk disk) {
  /**
   * Names the file, drops its hidden name and syncs the directory. After a failure the name is not
   * left to the file.
   *
   * @throws FileAlreadyExistsException where the name is taken by another file
   */
  void publish(Path hidden, Path target) throws IOException {
    Inode ours = Inode.of(hidden);
    if (!linked(hidden, target, ours)) {
      renameOntoReservation(hidden, target, ours);
    }
    try {
      disk.sync(target.resolveSibling("."));
    } catch (IOException e) {
      takeBack(ours, target, e);
      throw e;
    }
  }

  private boolean linked(Path hidden, Path target, Inode ours) throws IOException {
    try {
      disk.link(target, hidden);
    } catch (FileAlreadyExistsException e) {
      if (!ours.isAt(target)) {
        throw e;
      } // else a network filesystem asked twice and got the second answer
    } catch (NoSuchFileException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS) || !ours.isAt(target)) {
        return false; // no hard links here
      }
    }
    try {
      disk.delete(hidden);
    } catch (IOException e) {
      // the image is whole under its own name: the sweep takes the hidden one
    }
    return true;
  }

  /** Creating the empty name first fails where it is taken; the rename then replaces only that. */
  private void renameOntoReservation(Path hidden, Path target, Inode ours) throws IOException {
    Files.createFile(target);
    Inode reservation = Inode.of(target);
    try {
      disk.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      takeBack(reservation, target, e);
      takeBack(ours, target, e);
      throw e;
    }
  }

  private static void takeBack(Inode ours, Path target, IOException cause) {
    try {
      ours.removeAt(target);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }
}
