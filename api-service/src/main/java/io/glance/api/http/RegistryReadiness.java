package io.glance.api.http;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the registry answers. Liveness looks at nothing outside of the process. */
@Readiness
@Singleton
class RegistryReadiness implements HealthCheck {
  private final RegistryProbe registry;

  RegistryReadiness(RegistryProbe registry) {
    this.registry = registry;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("registry").status(registry.isUp()).build();
  }
}
