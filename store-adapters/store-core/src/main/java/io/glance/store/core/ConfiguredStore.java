package io.glance.store.core;

import io.glance.store.spi.Capability;
import io.glance.store.spi.Store;
import org.jspecify.annotations.Nullable;

/**
 * A store with what the configuration says of it.
 *
 * @param description {@code store_description}, null where unset
 * @param weight higher is read first
 * @param isDefault takes uploads that name no store
 */
public record ConfiguredStore(
    Store store, @Nullable String description, int weight, boolean isDefault) {
  /** Its id. */
  public String id() {
    return store.id();
  }

  /** Whether it can't take bytes. */
  public boolean readOnly() {
    return !store.capabilities().contains(Capability.WRITE);
  }
}
