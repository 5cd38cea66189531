package io.glance.kit.config;

import io.glance.kit.config.option.Service;
import java.util.Set;

/** The look at the settings before a program starts. */
public final class SettingsStart {
  private SettingsStart() {}

  /**
   * Whether the program may start. Where it may not, the reason is on standard error, in one line.
   */
  public static boolean accepts(Service service) {
    try {
      IniSettings settings = ofProcess(service);
      settings.check();
      ServiceProperties.of(service, settings);
      return true;
    } catch (SettingsException e) {
      System.err.println(service.program() + ": " + e.getMessage());
      return false;
    }
  }

  /** The settings by system properties and environment, for programs without Quarkus. */
  public static IniSettings ofProcess(Service service) {
    Set<String> names = System.getProperties().stringPropertyNames();
    return SettingsFiles.load(service, System::getProperty, names, System.getenv());
  }
}
