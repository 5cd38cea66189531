package io.glance.api.testing;

import io.glance.store.core.ConfiguredStore;
import io.glance.store.core.StoreCatalog;
import io.glance.store.spi.Capability;
import io.glance.store.spi.Store;
import io.glance.store.spi.StoreLocation;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores by name and weight, without bytes. A location belongs to the store its host names. */
@Alternative
@Singleton
public class FakeStores implements StoreCatalog {
  private final List<ConfiguredStore> stores = new ArrayList<>();
  private boolean multi;

  /** Back to a single store. */
  public void reset() {
    stores.clear();
    multi = false;
  }

  /** Adds a store in multi-store mode. */
  public void add(String id, int weight) {
    multi = true;
    stores.add(new ConfiguredStore(store(id), null, weight, stores.isEmpty()));
  }

  private static Store store(String id) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "id", "toString" -> id;
                  case "capabilities" -> Set.of(Capability.WRITE);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Override
  public boolean multiStore() {
    return multi;
  }

  @Override
  public List<ConfiguredStore> stores() {
    return List.copyOf(stores);
  }

  @Override
  public ConfiguredStore defaultStore() {
    return stores.get(0);
  }

  @Override
  public Optional<ConfiguredStore> find(String id) {
    return stores.stream().filter(store -> store.id().equals(id)).findFirst();
  }

  @Override
  public Optional<ConfiguredStore> locate(StoreLocation location, @Nullable String storeId) {
    return stores.stream()
        .filter(
            store ->
                store.id().equals(storeId)
                    || location.text().startsWith("file://" + store.id() + "/"))
        .findFirst();
  }
}
