package io.glance.kit.config;

import io.glance.kit.config.option.Service;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Lets Quarkus see what the ini files say about listener, database and logs.
 *
 * <p>Stronger than {@code application.properties}, weaker than environment and system properties.
 * Broken settings give nothing here: {@link SettingsStart} and the producer of the settings report
 * them in the operator's words.
 */
public final class IniConfigSources implements ConfigSourceFactory {
  private static final int ORDINAL = 275;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    try {
      Service service = Service.ofProgram(valueOf(context, "quarkus.application.name", ""));
      GlanceSettings settings =
          SettingsFiles.load(
              service,
              name -> context.getValue(name).getValue(),
              () -> context.iterateNames(),
              System.getenv());
      Map<String, String> properties = ServiceProperties.of(service, settings);
      return List.of(new PropertiesConfigSource(properties, "glance ini files", ORDINAL));
    } catch (SettingsException e) {
      return List.of();
    }
  }

  private static String valueOf(ConfigSourceContext context, String name, String absent) {
    ConfigValue value = context.getValue(name);
    return value == null || value.getValue() == null ? absent : value.getValue();
  }
}
