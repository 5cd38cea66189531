package io.glance.api.data;

import io.glance.api.registry.AsService;
import io.glance.model.registry.Intent;
import io.glance.model.registry.RegistryUploads;
import io.glance.model.registry.RegistryUploads.Holder;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Deletes bytes at once; what fails is claimed again once its lease ran out. */
@Singleton
@DefaultBean
class StoredDataRemover implements DataRemover {
  private static final Logger LOG = Logger.getLogger(StoredDataRemover.class);

  private final InstanceName instance;
  private final StoredBytes bytes;
  private final RegistryUploads registry;

  StoredDataRemover(InstanceName instance, StoredBytes bytes, @AsService RegistryUploads registry) {
    this.instance = instance;
    this.bytes = bytes;
    this.registry = registry;
  }

  @Override
  public String instance() {
    return instance.ofDeletes();
  }

  @Override
  public void remove(List<Intent> intents, String requestId) {
    for (Intent intent : intents) {
      try {
        if (bytes.delete(intent, requestId)) {
          registry.resolve(intent.id(), new Holder(instance()));
        }
      } catch (RuntimeException e) {
        LOG.warnf("%s: %s is left to the reconciler: %s", requestId, intent, e);
      }
    }
  }
}
