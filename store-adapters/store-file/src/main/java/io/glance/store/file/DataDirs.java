package io.glance.store.file;

import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directories of a store: one, or several with priorities (STORE-08). */
record DataDirs(List<DataDir> all) {
  private static final String DEFAULT = "/var/lib/glance/images";

  static DataDirs of(StoreSettings settings) throws StoreException {
    String single = settings.text(FileStoreType.DATADIR);
    List<String> several = settings.multi(FileStoreType.DATADIRS);
    if (several.isEmpty()) {
      return new DataDirs(List.of(dir(single == null ? DEFAULT : single.strip(), 0)));
    }
    if (single != null) {
      throw invalid(
          FileStoreType.DATADIR + " and " + FileStoreType.DATADIRS + " can't be set together");
    }
    Map<Path, DataDir> dirs = new LinkedHashMap<>();
    for (String item : several) {
      DataDir dir = parse(item);
      DataDir same = dirs.putIfAbsent(dir.path(), dir);
      if (same != null && same.priority() != dir.priority()) {
        throw invalid(FileStoreType.DATADIRS + ": " + dir.text() + " stands with two priorities");
      }
    }
    return new DataDirs(List.copyOf(dirs.values()));
  }

  /** Splits {@code path:priority} at the last colon. */
  private static DataDir parse(String item) throws StoreException {
    int colon = item.lastIndexOf(':');
    if (colon < 0) {
      return dir(item, 0);
    }
    String priority = item.substring(colon + 1).strip();
    try {
      return dir(
          item.substring(0, colon).strip(), priority.isEmpty() ? 0 : Integer.parseInt(priority));
    } catch (NumberFormatException e) {
      throw new StoreException(
          Kind.INVALID, FileStoreType.DATADIRS + ": priority of '" + item + "' is no integer", e);
    }
  }

  private static DataDir dir(String text, int priority) throws StoreException {
    if (!text.startsWith("/")) {
      throw invalid("directory '" + text + "' is not an absolute path");
    }
    return new DataDir(text, priority);
  }

  private static StoreException invalid(String problem) {
    return new StoreException(Kind.INVALID, problem);
  }

  /** Makes what is missing; false where a directory can't be written to. */
  boolean prepare(@Nullable Permissions permissions) {
    boolean writable = true;
    for (DataDir dir : all) {
      try {
        Files.createDirectories(dir.path());
        Files.createDirectories(dir.unfinished());
        if (permissions != null) {
          permissions.openDirectory(dir.path());
        }
        writable &= Files.isWritable(dir.path()) && Files.isWritable(dir.unfinished());
      } catch (IOException | SecurityException e) {
        writable = false;
      }
    }
    return writable;
  }

  /**
   * The directory for an image of a size: the highest priority with room, then most room. One whose
   * disk is away is left out.
   *
   * @throws StoreException FULL where none has room, UNAVAILABLE where all are away
   */
  DataDir choose(long size) throws StoreException {
    List<Choice> choices = new ArrayList<>();
    IOException last = null;
    for (DataDir dir : all) {
      try {
        choices.add(new Choice(dir, Files.getFileStore(dir.unfinished()).getUsableSpace()));
      } catch (IOException e) {
        last = e;
      }
    }
    if (choices.isEmpty() && last != null) {
      for (DataDir dir : all) {
        dir.requireMounted();
      }
      throw FileErrors.of(last, "look at the room of the directories");
    }
    return choices.stream()
        .filter(choice -> choice.free() > 0 && choice.free() >= size)
        .max(
            Comparator.comparingInt((Choice choice) -> choice.dir().priority())
                .thenComparingLong(Choice::free))
        .orElseThrow(() -> new StoreException(Kind.FULL, "no directory has room"))
        .dir();
  }

  /** The directory that holds a path without detours; the innermost where they are nested. */
  Optional<DataDir> holding(Path path) {
    return all.stream()
        .filter(dir -> path.startsWith(dir.path()) && !path.equals(dir.path()))
        .filter(dir -> !path.startsWith(dir.unfinished()))
        .max(Comparator.comparingInt(dir -> dir.path().getNameCount()));
  }

  private record Choice(DataDir dir, long free) {}
}
