package io.glance.kit.policy;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.SettingsFiles;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Builds the service's {@link Policy} from its settings. */
@Singleton
public class PolicyProducer {
  @Produces
  @Singleton
  Policy policy(Instance<GlanceSettings> settings, Instance<PolicyDefaults> defaults) {
    Config config = ConfigProvider.getConfig();
    List<Path> directories =
        SettingsFiles.directories(name -> config.getOptionalValue(name, String.class).orElse(null));
    return PolicyEngine.of(defaults.get(), settings.get(), directories);
  }
}
