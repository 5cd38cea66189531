package io.glance.store.core;

import io.glance.store.spi.Caller;
import io.glance.store.spi.Capability;
import io.glance.store.spi.Hint;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreLocation;

/** Refuses what a store says it can't do, so that adapters needn't. */
final class CapabilityStore extends ForwardingStore {
  CapabilityStore(Store next) {
    super(next);
  }

  @Override
  public StoreLocation plan(String imageId, Hint hint) throws StoreException {
    need(Capability.WRITE, Kind.READ_ONLY);
    return super.plan(imageId, hint);
  }

  @Override
  public ImageWriter create(String imageId, StoreLocation planned, Hint hint, Caller caller)
      throws StoreException {
    need(Capability.WRITE, Kind.READ_ONLY);
    return super.create(imageId, planned, hint, caller);
  }

  @Override
  public ImageReader open(StoreLocation location, Caller caller) throws StoreException {
    need(Capability.READ, Kind.UNSUPPORTED);
    return super.open(location, caller);
  }

  @Override
  public void delete(StoreLocation location, Caller caller) throws StoreException {
    need(Capability.DELETE, Kind.READ_ONLY);
    super.delete(location, caller);
  }

  private void need(Capability capability, Kind otherwise) throws StoreException {
    if (!capabilities().contains(capability)) {
      throw new StoreException(otherwise, "store '" + id() + "' can't " + capability);
    }
  }
}
