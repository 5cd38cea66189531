package io.glance.store.core;

import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreSettings;
import io.glance.store.spi.StoreType;
import java.util.HashMap;
import java.util.Map;

/**
 * Directories that Glance keeps for itself: never listed, never a target of an upload. Always of
 * type file. Source: glance_store/multi_backend.py, glance/common/store_utils.py.
 */
public enum ReservedStore {
  /** Data that waits for its import, {@code <datadir>/<image id>}. */
  STAGING("os_glance_staging_store", "DEFAULT", "node_staging_uri", "file:///tmp/staging/"),
  /** Scratch room of tasks. */
  TASKS("os_glance_tasks_store", "task", "work_dir", "");

  private static final String DATADIR = "filesystem_store_datadir";

  private final String id;
  private final String singleSection;
  private final String singleOption;
  private final String singleDefault;

  ReservedStore(String id, String singleSection, String singleOption, String singleDefault) {
    this.id = id;
    this.singleSection = singleSection;
    this.singleOption = singleOption;
    this.singleDefault = singleDefault;
  }

  /** Its section, which is its id too. */
  public String id() {
    return id;
  }

  /**
   * Opens it; the caller closes it.
   *
   * @throws StoreConfigException where it has no usable directory
   */
  public Store open(StoreOptionSource source) {
    StoreType type =
        StoreTypes.discover()
            .find("file")
            .orElseThrow(() -> new StoreConfigException("no store type 'file' here", null));
    StoreSettings found = new OptionLookup(source, id, false).settings(id, type);
    Map<String, String> values = new HashMap<>(found.values());
    values.remove("filesystem_store_datadirs");
    values.put(DATADIR, directory(source));
    try {
      return new CapabilityStore(type.open(new StoreSettings(id, values)));
    } catch (StoreException e) {
      throw new StoreConfigException(id + ": " + e.getMessage(), e);
    }
  }

  private String directory(StoreOptionSource source) {
    if (!source.text("DEFAULT", "enabled_backends").orElse("").isBlank()) {
      return source.text(id, DATADIR).orElse("/var/lib/glance/" + id);
    }
    String place = source.text(singleSection, singleOption).orElse(singleDefault);
    String directory = place.startsWith("file://") ? place.substring("file://".length()) : place;
    if (!directory.startsWith("/")) {
      throw new StoreConfigException(
          singleSection, singleOption, "must name an absolute path (STG-06)");
    }
    return directory;
  }
}
