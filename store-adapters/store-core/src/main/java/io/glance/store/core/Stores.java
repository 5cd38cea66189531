package io.glance.store.core;

import io.glance.store.spi.Match;
import io.glance.store.spi.StoreLocation;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The catalogue of the stores that the configuration names. Closing it closes them. */
public final class Stores implements StoreCatalog, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Stores.class);

  private final boolean multiStore;
  private final Map<String, ConfiguredStore> byId = new LinkedHashMap<>();

  Stores(boolean multiStore, Collection<ConfiguredStore> stores) {
    this.multiStore = multiStore;
    stores.forEach(store -> byId.put(store.id(), store));
  }

  /**
   * Opens the configured stores, each behind the checks, limits and meters that all stores share.
   *
   * @throws StoreConfigException for a configuration that can't work (CFG-11, STORE-05)
   */
  public static Stores open(StoreOptionSource source, MeterRegistry meters) {
    return new StoresLoader(source, StoreTypes.discover(), meters).load();
  }

  @Override
  public boolean multiStore() {
    return multiStore;
  }

  @Override
  public List<ConfiguredStore> stores() {
    return List.copyOf(byId.values());
  }

  @Override
  public ConfiguredStore defaultStore() {
    return byId.values().stream().filter(ConfiguredStore::isDefault).findFirst().orElseThrow();
  }

  @Override
  public Optional<ConfiguredStore> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public Optional<ConfiguredStore> locate(StoreLocation location, @Nullable String storeId) {
    ConfiguredStore named = storeId == null ? null : byId.get(storeId);
    if (named != null) {
      return Optional.of(named);
    }
    List<ConfiguredStore> exact = matching(location, Match.EXACT);
    List<ConfiguredStore> found = exact.isEmpty() ? matching(location, Match.COMPATIBLE) : exact;
    if (found.size() > 1) {
      LOG.warnf(
          "location of scheme %s fits %d stores: left alone", location.scheme(), found.size());
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private List<ConfiguredStore> matching(StoreLocation location, Match match) {
    List<ConfiguredStore> matching = new ArrayList<>();
    for (ConfiguredStore configured : byId.values()) {
      if (configured.store().owns(location) == match) {
        matching.add(configured);
      }
    }
    return matching;
  }

  @Override
  public void close() {
    byId.values().forEach(configured -> configured.store().close());
  }
}
