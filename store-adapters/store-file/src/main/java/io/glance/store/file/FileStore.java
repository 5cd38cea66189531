package io.glance.store.file;

import io.glance.store.spi.Caller;
import io.glance.store.spi.Capability;
import io.glance.store.spi.Hint;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.Match;
import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreLocation;
import io.glance.store.spi.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A store of files.
 *
 * <p>A location is served or deleted only inside the configured directories, whatever the database
 * says; a symbolic link is never followed to an image.
 */
final class FileStore implements Store {
  private static final Pattern IMAGE_ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private final String id;
  private final DataDirs dirs;
  private final WriteRules rules;
  private final int chunkSize;
  private final Set<Capability> capabilities;

  private FileStore(
      String id, DataDirs dirs, WriteRules rules, int chunkSize, Set<Capability> capabilities) {
    this.id = id;
    this.dirs = dirs;
    this.rules = rules;
    this.chunkSize = chunkSize;
    this.capabilities = capabilities;
  }

  static FileStore open(StoreSettings settings) throws StoreException {
    DataDirs dirs = DataDirs.of(settings);
    WriteRules rules = WriteRules.of(settings);
    Set<Capability> capabilities =
        EnumSet.of(Capability.READ, Capability.DELETE, Capability.LOCAL_FILE);
    if (dirs.prepare(rules.permissions())) {
      capabilities.add(Capability.WRITE);
    }
    if (rules.thin()) {
      capabilities.add(Capability.SPARSE);
    }
    int chunkSize = settings.integer(FileStoreType.CHUNK_SIZE);
    return new FileStore(settings.id(), dirs, rules, chunkSize, Set.copyOf(capabilities));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String type() {
    return "file";
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public Match owns(StoreLocation location) {
    try {
      Path path = FileLocation.parse(location);
      Optional<DataDir> dir = dirs.holding(path.normalize());
      if (dir.isEmpty() || !path.isAbsolute() || hasDetour(path)) {
        return Match.NO;
      }
      return dir.get().path().equals(path.getParent()) ? Match.EXACT : Match.COMPATIBLE;
    } catch (StoreException e) {
      return Match.NO;
    }
  }

  @Override
  public StoreLocation plan(String imageId, Hint hint) throws StoreException {
    return new StoreLocation(dirs.choose(hint.size().orElse(0)).url(safe(imageId)));
  }

  @Override
  public ImageWriter create(String imageId, StoreLocation planned, Hint hint, Caller caller)
      throws StoreException {
    Path target = contained(planned);
    if (!FileLocation.imageId(target).equals(safe(imageId))) {
      throw new StoreException(Kind.BAD_LOCATION, "the place is planned for another image");
    }
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new StoreException(Kind.DUPLICATE, "image " + imageId + " is there already");
    }
    DataDir dir = dirs.holding(target).orElseThrow();
    dir.requireMounted();
    return FileWriter.create(new Target(planned, target, dir.unfinished()), hint, rules);
  }

  @Override
  public ImageReader open(StoreLocation location, Caller caller) throws StoreException {
    return FileReader.open(contained(location));
  }

  @Override
  public void delete(StoreLocation location, Caller caller) throws StoreException {
    Path path = contained(location);
    DataDir dir = dirs.holding(path).orElseThrow();
    if (capabilities.contains(Capability.WRITE)) {
      dir.requireMounted();
    }
    int leftovers = Unfinished.remove(dir.unfinished(), FileLocation.imageId(path));
    try {
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new StoreException(Kind.BAD_LOCATION, "the location is a directory");
      }
      Files.delete(path);
      Directories.sync(dir.path());
    } catch (NoSuchFileException e) {
      dir.requireMounted();
      if (leftovers == 0) {
        throw FileErrors.of(e, "delete image " + FileLocation.imageId(path));
      }
    } catch (IOException e) {
      throw FileErrors.of(e, "delete image " + FileLocation.imageId(path));
    }
  }

  @Override
  public int sweep(Duration untouchedFor) throws StoreException {
    int swept = 0;
    for (DataDir dir : dirs.all()) {
      swept += Unfinished.sweep(dir.unfinished(), untouchedFor);
    }
    return swept;
  }

  @Override
  public Map<String, Object> properties() {
    return Map.of(
        "data_dir", dirs.all().get(0).text(),
        "chunk_size", chunkSize,
        "thin_provisioning", rules.thin());
  }

  /** The path of a location that is ours to touch. */
  private Path contained(StoreLocation location) throws StoreException {
    Path path = FileLocation.parse(location);
    DataDir dir = owns(location) == Match.NO ? null : dirs.holding(path).orElse(null);
    if (dir == null || !parentIsInside(path, dir)) {
      throw new StoreException(
          Kind.BAD_LOCATION, "the location is not in a directory of store '" + id + "'");
    }
    return path;
  }

  /** Guards against links on the way to files in subdirectories. */
  private static boolean parentIsInside(Path path, DataDir dir) throws StoreException {
    Path parent = path.getParent();
    if (parent == null || parent.equals(dir.path())) {
      return parent != null;
    }
    try {
      return parent.toRealPath().startsWith(dir.path().toRealPath());
    } catch (IOException e) {
      throw FileErrors.of(e, "find the directory of an image");
    }
  }

  private static boolean hasDetour(Path path) {
    for (Path part : path) {
      if (part.toString().equals("..")) {
        return true;
      }
    }
    return false;
  }

  private static String safe(String imageId) throws StoreException {
    if (!IMAGE_ID.matcher(imageId).matches()) {
      throw new StoreException(Kind.BAD_LOCATION, "not an id that can name a file");
    }
    return imageId;
  }
}
