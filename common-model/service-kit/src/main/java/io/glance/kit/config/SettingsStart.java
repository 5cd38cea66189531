package io.glance.kit.config;

import io.glance.kit.config.option.Service;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /**
   * Says why the start failed, where Quarkus doesn't: beans made during static initialization may
   * refuse settings, too, and come wrapped in an {@link Error}.
   *
   * @param failure null where nothing failed
   */
  public static void report(Service service, @Nullable Throwable failure) {
    if (!(failure instanceof Error)) {
      return;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SettingsException) {
        System.err.println(service.program() + ": " + cause.getMessage());
        return;
      }
    }
    failure.printStackTrace(System.err);
  }

  /** The settings by system properties and environment, for programs without Quarkus. */
  public static IniSettings ofProcess(Service service) {
    Set<String> names = System.getProperties().stringPropertyNames();
    return SettingsFiles.load(service, System::getProperty, names, System.getenv());
  }
}
