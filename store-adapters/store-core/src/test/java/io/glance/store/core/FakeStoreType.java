package io.glance.store.core;

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
import io.glance.store.spi.StoreOption;
import io.glance.store.spi.StoreSettings;
import io.glance.store.spi.StoreType;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A type whose stores own what begins with their option {@code prefix}. */
record FakeStoreType(String name, Set<String> schemes) implements StoreType {
  @Override
  public List<StoreOption> options() {
    return List.of(
        StoreOption.of("prefix", StoreOption.Kind.TEXT, "none", "What it owns."),
        StoreOption.of("many", StoreOption.Kind.MULTI, null, "Several."));
  }

  @Override
  public Set<String> claims(StoreSettings settings) {
    return Set.of(name + " prefix " + settings.text("prefix"));
  }

  @Override
  public Store open(StoreSettings settings) throws StoreException {
    if ("bad".equals(settings.text("prefix"))) {
      throw new StoreException(Kind.INVALID, "option prefix is bad");
    }
    return new FakeStore(settings, name);
  }

  record FakeStore(StoreSettings settings, String type) implements Store {
    @Override
    public String id() {
      return settings.id();
    }

    @Override
    public Set<Capability> capabilities() {
      return EnumSet.of(Capability.READ);
    }

    @Override
    public Match owns(StoreLocation location) {
      String prefix = String.valueOf(settings.text("prefix"));
      if (!location.text().startsWith(prefix)) {
        return Match.NO;
      }
      return location.text().contains("exact") ? Match.EXACT : Match.COMPATIBLE;
    }

    @Override
    public StoreLocation plan(String imageId, Hint hint) {
      return new StoreLocation(settings.text("prefix") + imageId);
    }

    @Override
    public ImageWriter create(String imageId, StoreLocation planned, Hint hint, Caller caller) {
      throw new AssertionError("the store can't write");
    }

    @Override
    public ImageReader open(StoreLocation location, Caller caller) {
      return new ImageReader() {
        @Override
        public long size() {
          return 3;
        }

        @Override
        public int read(ByteBuffer into, long position) {
          into.put(new byte[3]);
          return 3;
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void delete(StoreLocation location, Caller caller) {
      throw new AssertionError("the store can't delete");
    }
  }
}
