package io.glance.e2e.deployment;

import io.glance.kit.config.IniSettings;
import io.glance.kit.config.SettingsFiles;
import io.glance.kit.config.option.Option;
import io.glance.kit.config.option.OptionCatalog;
import io.glance.kit.config.option.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue of options, by environment variable. */
final class Options {
  private Options() {}

  static boolean hasVariable(String name) {
    return find(name).isPresent();
  }

  static boolean isSecret(String variable) {
    return find(variable).filter(Option::secret).isPresent();
  }

  /** The settings of one ini file; its name says whose. */
  static IniSettings load(Path file) {
    Service service = Service.ofProgram(file.getFileName().toString().replaceAll("\\.conf.*", ""));
    return SettingsFiles.load(
        service,
        name -> name.equals(SettingsFiles.CONFIG_FILE) ? file.toString() : null,
        List.of(),
        Map.of());
  }

  private static Optional<Option> find(String variable) {
    return OptionCatalog.of(Service.API).options().stream()
        .filter(option -> option.environmentVariable().equals(variable))
        .findFirst();
  }
}
