package io.glance.api.http;

import io.glance.store.core.ConfiguredStore;
import io.glance.store.core.StoreCatalog;
import io.glance.store.spi.Caller;
import io.glance.store.spi.Capability;
import io.glance.store.spi.Hint;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.Match;
import io.glance.store.spi.Store;
import io.glance.store.spi.StoreLocation;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Three stores that hold nothing. */
@Alternative
@Singleton
public class FakeStores implements StoreCatalog {
  private final List<ConfiguredStore> stores =
      List.of(
          new ConfiguredStore(
              new Empty("file", "file", Set.of(Capability.WRITE)), "Fast “disks”", 0, true),
          new ConfiguredStore(new Empty("file2", "file", Set.of(Capability.WRITE)), null, 5, false),
          new ConfiguredStore(new Empty("http", "http", Set.of()), null, 0, false));

  @Override
  public boolean multiStore() {
    return true;
  }

  @Override
  public List<ConfiguredStore> stores() {
    return stores;
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
    return Optional.empty();
  }

  private record Empty(String id, String type, Set<Capability> capabilities) implements Store {
    @Override
    public Match owns(StoreLocation location) {
      return Match.values()[0];
    }

    @Override
    public StoreLocation plan(String imageId, Hint hint) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ImageWriter create(String imageId, StoreLocation planned, Hint hint, Caller caller) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ImageReader open(StoreLocation location, Caller caller) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void delete(StoreLocation location, Caller caller) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Object> properties() {
      return type.equals("file") ? Map.of("data_dir", "d") : Map.of();
    }
  }
}
