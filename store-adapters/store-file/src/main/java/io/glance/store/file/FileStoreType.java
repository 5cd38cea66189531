package io.glance.store.file;

import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreOption;
import io.glance.store.spi.StoreOption.Kind;
import io.glance.store.spi.StoreSettings;
import io.glance.store.spi.StoreType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Images as files of a directory: {@code <datadir>/<image id>}, the layout of Glance (STORE-07).
 *
 * <p>Source of options and meanings: glance_store/_drivers/filesystem.py.
 */
public final class FileStoreType implements StoreType {
  static final String DATADIR = "filesystem_store_datadir";
  static final String DATADIRS = "filesystem_store_datadirs";
  static final String METADATA_FILE = "filesystem_store_metadata_file";
  static final String FILE_PERM = "filesystem_store_file_perm";
  static final String CHUNK_SIZE = "filesystem_store_chunk_size";
  static final String THIN = "filesystem_thin_provisioning";

  @Override
  public String name() {
    return "file";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("file", "filesystem");
  }

  @Override
  public List<StoreOption> options() {
    return List.of(
        StoreOption.of(
            DATADIR,
            Kind.TEXT,
            null,
            "Directory of the images; /var/lib/glance/images where neither this nor "
                + DATADIRS
                + " is set. Made where it is missing."),
        StoreOption.of(
            DATADIRS,
            Kind.MULTI,
            null,
            "Several directories as path[:priority]; the highest priority with enough room is"
                + " taken, then the one with most room. Not together with "
                + DATADIR
                + "."),
        StoreOption.of(
            METADATA_FILE,
            Kind.TEXT,
            null,
            "JSON file of an object or a list of objects with id and mountpoint; the one whose"
                + " mountpoint holds the image becomes the location's metadata."),
        StoreOption.of(
            FILE_PERM,
            Kind.INTEGER,
            "0",
            "Permissions of image files in octal digits, such as 640; 0 leaves them alone."),
        StoreOption.of(
            CHUNK_SIZE, Kind.INTEGER, "65536", "Bytes; shown in discovery, not used otherwise."),
        StoreOption.of(THIN, Kind.BOOLEAN, "false", "Leaves holes where an image has zeros."));
  }

  @Override
  public Set<String> claims(StoreSettings settings) throws StoreException {
    Set<String> claims = new LinkedHashSet<>();
    DataDirs.of(settings).all().forEach(dir -> claims.add("directory " + dir.path()));
    return claims;
  }

  @Override
  public Store open(StoreSettings settings) throws StoreException {
    return FileStore.open(settings);
  }
}
