package io.glance.store.file;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The file {@code filesystem_store_metadata_file}: tells users of locations under which mount they
 * find an image. Empty where the option is unset.
 */
record MountPoints(List<Map<String, String>> entries) {
  private static final String MOUNTPOINT = "mountpoint";

  static MountPoints of(StoreSettings settings) throws StoreException {
    String file = settings.text(FileStoreType.METADATA_FILE);
    if (file == null || file.isBlank()) {
      return new MountPoints(List.of());
    }
    JsonMapper json =
        JsonMapper.builder().enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY).build();
    try {
      List<Map<String, String>> entries =
          json.readValue(Path.of(file.strip()).toFile(), new TypeReference<>() {});
      for (Map<String, String> entry : entries) {
        if (!entry.containsKey("id") || !entry.containsKey(MOUNTPOINT)) {
          throw new StoreException(
              Kind.INVALID, FileStoreType.METADATA_FILE + ": an entry lacks id or mountpoint");
        }
      }
      return new MountPoints(entries);
    } catch (IOException e) {
      throw new StoreException(
          Kind.INVALID, FileStoreType.METADATA_FILE + ": not readable as JSON", e);
    }
  }

  /** The entry whose mount holds the file; empty where none does. */
  Map<String, String> of(Path path) {
    for (Map<String, String> entry : entries) {
      String mount = entry.getOrDefault(MOUNTPOINT, "");
      if (!mount.isEmpty() && path.startsWith(Path.of(mount).normalize())) {
        return entry;
      }
    }
    return Map.of();
  }
}
