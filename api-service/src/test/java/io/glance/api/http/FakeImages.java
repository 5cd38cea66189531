package io.glance.api.http;

import io.glance.api.registry.AsService;
import io.glance.model.error.GlanceException;
import io.glance.model.registry.RegistryImages;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.Proxy;

/** A registry without images that can be made to hang up. */
@Alternative
@Singleton
public class FakeImages {
  private volatile boolean down;

  void down(boolean isDown) {
    down = isDown;
  }

  @Produces
  @Alternative
  @AsService
  @Singleton
  RegistryImages images() {
    return (RegistryImages)
        Proxy.newProxyInstance(
            FakeImages.class.getClassLoader(),
            new Class<?>[] {RegistryImages.class},
            (proxy, method, arguments) -> {
              throw down
                  ? GlanceException.unavailable("The registry is away.", null)
                  : GlanceException.notFound("No image.");
            });
  }
}
