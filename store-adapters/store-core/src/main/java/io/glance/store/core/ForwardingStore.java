package io.glance.store.core;

import io.glance.store.spi.Caller;
import io.glance.store.spi.Capability;
import io.glance.store.spi.Hint;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.Match;
import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreLocation;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A store that hands every call to another one. */
abstract class ForwardingStore implements Store {
  private final Store next;

  ForwardingStore(Store next) {
    this.next = next;
  }

  @Override
  public String id() {
    return next.id();
  }

  @Override
  public String type() {
    return next.type();
  }

  @Override
  public Set<Capability> capabilities() {
    return next.capabilities();
  }

  @Override
  public Match owns(StoreLocation location) {
    return next.owns(location);
  }

  @Override
  public StoreLocation plan(String imageId, Hint hint) throws StoreException {
    return next.plan(imageId, hint);
  }

  @Override
  public ImageWriter create(String imageId, StoreLocation planned, Hint hint, Caller caller)
      throws StoreException {
    return next.create(imageId, planned, hint, caller);
  }

  @Override
  public ImageReader open(StoreLocation location, Caller caller) throws StoreException {
    return next.open(location, caller);
  }

  @Override
  public void delete(StoreLocation location, Caller caller) throws StoreException {
    next.delete(location, caller);
  }

  @Override
  public int sweep(Duration untouchedFor) throws StoreException {
    return next.sweep(untouchedFor);
  }

  @Override
  public Map<String, Object> properties() {
    return next.properties();
  }

  @Override
  public void close() {
    next.close();
  }
}
