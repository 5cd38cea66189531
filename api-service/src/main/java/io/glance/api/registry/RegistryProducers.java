package io.glance.api.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.api.auth.CallerContext;
import io.glance.kit.config.GlanceSettings;
import io.glance.kit.identity.SignedContext;
import io.glance.model.RequestContext;
import io.glance.model.registry.RegistryImages;
import io.glance.model.registry.RegistryMembers;
import io.glance.model.registry.RegistryUploads;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The registry's contracts as beans: plain ones speak for the caller of the request at hand, {@link
 * AsService} ones for the service itself.
 */
@Singleton
class RegistryProducers {
  private final RegistryClientFactory factory;
  private final CallerContext caller;

  RegistryProducers(
      GlanceSettings settings, SignedContext signer, ObjectMapper json, CallerContext caller) {
    this.factory = new RegistryClientFactory(RegistryTransport.of(settings), signer, json);
    this.caller = caller;
  }

  @Produces
  @Singleton
  @DefaultBean
  RegistryImages images() {
    return factory.create(RegistryImages.class, caller::get);
  }

  @Produces
  @Singleton
  @DefaultBean
  RegistryMembers members() {
    return factory.create(RegistryMembers.class, caller::get);
  }

  @Produces
  @Singleton
  @DefaultBean
  RegistryUploads uploads() {
    return factory.create(RegistryUploads.class, caller::get);
  }

  @Produces
  @Singleton
  @AsService
  @DefaultBean
  RegistryImages serviceImages() {
    return factory.create(RegistryImages.class, service());
  }

  @Produces
  @Singleton
  @AsService
  @DefaultBean
  RegistryUploads serviceUploads() {
    return factory.create(RegistryUploads.class, service());
  }

  private static Supplier<RequestContext> service() {
    return () -> RequestContext.ofService("req-" + UUID.randomUUID());
  }
}
