package io.glance.store.core;

import io.glance.store.spi.StoreType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** The kinds of stores on the class path, by the names that configurations use. */
final class StoreTypes {
  /** Long names of releases before Ocata. Source: glance_store's entry points. */
  private static final Map<String, String> LONG_NAMES =
      Map.of(
          "glance.store.filesystem.Store", "file",
          "glance.store.http.Store", "http",
          "glance.store.swift.Store", "swift",
          "glance.store.s3.Store", "s3",
          "glance.store.rbd.Store", "rbd",
          "glance.store.cinder.Store", "cinder",
          "glance.store.sheepdog.Store", "sheepdog",
          "glance.store.vmware_datastore.Store", "vmware");

  private final Map<String, StoreType> byName = new LinkedHashMap<>();

  StoreTypes(Iterable<StoreType> types) {
    types.forEach(type -> byName.put(type.name(), type));
  }

  static StoreTypes discover() {
    return new StoreTypes(ServiceLoader.load(StoreType.class, StoreTypes.class.getClassLoader()));
  }

  /** The type of a short or long name. */
  Optional<StoreType> find(String name) {
    return Optional.ofNullable(byName.get(LONG_NAMES.getOrDefault(name, name)));
  }

  Set<String> names() {
    return byName.keySet();
  }
}
