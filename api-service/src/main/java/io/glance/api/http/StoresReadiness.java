package io.glance.api.http;

import io.glance.store.core.ConfiguredStore;
import io.glance.store.core.StoreCatalog;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while at least one store takes images. */
@Readiness
@Singleton
class StoresReadiness implements HealthCheck {
  private final StoreCatalog stores;

  StoresReadiness(StoreCatalog stores) {
    this.stores = stores;
  }

  @Override
  public HealthCheckResponse call() {
    long writable =
        stores.stores().stream()
            .filter(store -> !store.readOnly())
            .map(ConfiguredStore::id)
            .count();
    return HealthCheckResponse.named("stores")
        .status(writable > 0)
        .withData("writable", writable)
        .build();
  }
}
