package io.glance.store.core;

import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreSettings;
import io.glance.store.spi.StoreType;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Builds the catalogue from the configuration, or says why it can't. */
final class StoresLoader {
  private static final Logger LOG = Logger.getLogger(StoresLoader.class);
  private static final String SINGLE_SECTION = "glance_store";
  private static final int MAX_TRANSFERS = 256;

  private final StoreOptionSource source;
  private final StoreTypes types;
  private final MeterRegistry meters;
  private final List<ConfiguredStore> opened = new ArrayList<>();
  private final Map<String, String> ownerOfClaim = new HashMap<>();

  StoresLoader(StoreOptionSource source, StoreTypes types, MeterRegistry meters) {
    this.source = source;
    this.types = types;
    this.meters = meters;
  }

  Stores load() {
    String enabled = source.text("DEFAULT", "enabled_backends").orElse("");
    boolean multiStore = !enabled.isBlank();
    try {
      if (multiStore) {
        openMany(new EnabledBackends(enabled, types).parse());
      } else {
        openSingles();
      }
      return new Stores(multiStore, opened);
    } catch (RuntimeException e) {
      opened.forEach(configured -> configured.store().close());
      throw e;
    }
  }

  private void openMany(Map<String, StoreType> enabled) {
    String byDefault = source.text(SINGLE_SECTION, "default_backend").map(String::strip).orElse("");
    if (!enabled.containsKey(byDefault)) {
      throw new StoreConfigException(
          SINGLE_SECTION,
          "default_backend",
          byDefault.isEmpty()
              ? "must be set when enabled_backends is"
              : "'" + byDefault + "' is not one of enabled_backends " + enabled.keySet());
    }
    enabled.forEach(
        (id, type) -> open(id, type, new OptionLookup(source, id, true), id.equals(byDefault)));
  }

  private void openSingles() {
    List<String> names =
        EnabledBackends.split(source.text(SINGLE_SECTION, "stores").orElse("file,http"));
    String byDefault = source.text(SINGLE_SECTION, "default_store").orElse("file").strip();
    Map<String, StoreType> wanted = new LinkedHashMap<>();
    for (String name : names) {
      Optional<StoreType> type = types.find(name);
      if (type.isEmpty()) {
        LOG.warnf("[glance_store] stores: no store type '%s' here; it is left out", name);
      }
      type.ifPresent(known -> wanted.put(known.name(), known));
    }
    StoreType chosen = defaultOf(wanted.values(), byDefault);
    OptionLookup lookup = new OptionLookup(source, SINGLE_SECTION, false);
    wanted.forEach((id, type) -> open(id, type, lookup, type == chosen));
  }

  /** {@code default_store} is a scheme: {@code file}, {@code filesystem}, {@code swift+https}. */
  private StoreType defaultOf(Collection<StoreType> wanted, String name) {
    return wanted.stream()
        .filter(type -> type.schemes().contains(name) || types.find(name).equals(Optional.of(type)))
        .findFirst()
        .orElseThrow(
            () ->
                new StoreConfigException(
                    SINGLE_SECTION, "default_store", "store for scheme '" + name + "' not found"));
  }

  private void open(String id, StoreType type, OptionLookup lookup, boolean isDefault) {
    StoreSettings settings = lookup.settings(id, type);
    int limit = lookup.integer("max_transfers", MAX_TRANSFERS);
    int weight = lookup.integer("weight", 0);
    try {
      claim(id, type, settings);
      Store store = type.open(settings);
      Store guarded = new MeteredStore(new LimitedStore(new CapabilityStore(store), limit), meters);
      opened.add(new ConfiguredStore(guarded, lookup.text("store_description"), weight, isDefault));
    } catch (StoreException e) {
      throw new StoreConfigException("store '" + id + "': " + e.getMessage(), e);
    }
  }

  /** Two stores in one directory would see and delete each other's images. */
  private void claim(String id, StoreType type, StoreSettings settings) throws StoreException {
    for (String name : type.claims(settings)) {
      String other = ownerOfClaim.putIfAbsent(name, id);
      if (other != null) {
        throw new StoreConfigException(
            "stores '" + other + "' and '" + id + "' can't share " + name, null);
      }
    }
  }
}
