package io.glance.api.data;

import io.glance.store.spi.Store;
import io.glance.store.spi.StoreOption;
import io.glance.store.spi.StoreSettings;
import io.glance.store.spi.StoreType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stores in memory whose faults a test chooses. */
public final class MemoryStoreType implements StoreType {
  private static final Map<String, MemoryStore> STORES = new ConcurrentHashMap<>();

  /** The store of an id. */
  static MemoryStore store(String id) {
    return STORES.computeIfAbsent(id, MemoryStore::new);
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Set<String> schemes() {
    return Set.of("memory");
  }

  @Override
  public List<StoreOption> options() {
    return List.of();
  }

  @Override
  public Store open(StoreSettings settings) {
    return store(settings.id());
  }
}
