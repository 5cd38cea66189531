package io.glance.kit.policy;

import io.glance.kit.config.GlanceSettings;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;

/** Builds the service's {@link Policy} from its settings. */
@Singleton
public class PolicyProducer {
  private static final List<Path> CONFIG_DIRECTORIES = List.of(Path.of("/etc/glance"));

  @Produces
  @Singleton
  Policy policy(Instance<GlanceSettings> settings, Instance<PolicyDefaults> defaults) {
    return new PolicyEngine(
        defaults.get().rules(),
        PolicyOptions.of(settings.get(), CONFIG_DIRECTORIES),
        System::nanoTime);
  }
}
