package io.glance.kit.config;

import io.glance.kit.config.option.Service;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Gives the services their {@link GlanceSettings}, checked. */
@Singleton
class SettingsProducer {
  private static final Logger LOG = Logger.getLogger(SettingsProducer.class);

  @Produces
  @Singleton
  GlanceSettings settings() {
    Config config = ConfigProvider.getConfig();
    Service service =
        Service.ofProgram(
            config.getOptionalValue("quarkus.application.name", String.class).orElse(""));
    IniSettings settings =
        SettingsFiles.load(
            service,
            name -> config.getOptionalValue(name, String.class).orElse(null),
            config.getPropertyNames(),
            System.getenv());
    settings.check().forEach(LOG::warn);
    return settings;
  }
}
