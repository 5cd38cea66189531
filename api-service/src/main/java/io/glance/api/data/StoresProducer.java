package io.glance.api.data;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.SettingsException;
import io.glance.store.core.StoreCatalog;
import io.glance.store.core.StoreConfigException;
import io.glance.store.core.Stores;
import io.glance.store.core.transfer.BufferPool;
import io.glance.store.core.transfer.HashAlgorithm;
import io.glance.store.core.transfer.TransferEngine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The stores and the engine as beans. A configuration that can't work stops the start (CFG-11). */
@Singleton
class StoresProducer {
  private final GlanceSettings settings;
  private final MeterRegistry meters;

  StoresProducer(GlanceSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.meters = meters;
  }

  @Produces
  @Singleton
  @Startup
  @DefaultBean
  StoreCatalog catalog() {
    try {
      return Stores.open(new SettingsSource(settings), meters);
    } catch (StoreConfigException e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
  }

  void close(@Disposes StoreCatalog catalog) {
    catalog.stores().forEach(configured -> configured.store().close());
  }

  @Produces
  @Singleton
  TransferEngine engine() {
    BufferPool pool = BufferPool.forHeap();
    Gauge.builder("glance.transfer.buffers", pool, BufferPool::lent).register(meters);
    return new TransferEngine(pool);
  }

  void close(@Disposes TransferEngine engine) {
    engine.close();
  }

  @Produces
  @Singleton
  @Startup
  HashAlgorithm hashAlgorithm() {
    String name = settings.required("DEFAULT", "hashing_algorithm");
    try {
      return new HashAlgorithm(name);
    } catch (IllegalArgumentException e) {
      throw new SettingsException("DEFAULT", "hashing_algorithm", String.valueOf(e.getMessage()));
    }
  }
}
