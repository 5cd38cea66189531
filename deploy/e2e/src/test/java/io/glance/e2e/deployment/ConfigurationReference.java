package io.glance.e2e.deployment;

import io.glance.kit.config.option.Option;
import io.glance.kit.config.option.OptionCatalog;
import io.glance.kit.config.option.Service;
import io.glance.kit.config.option.Support;
import io.glance.store.spi.StoreOption;
import io.glance.store.spi.StoreType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Writes the reference and the sample files from the catalogue of options. */
final class ConfigurationReference {
  private static final String HEAD =
      """
      # Configuration reference

      Written from the catalogue of options; do not edit. To write it anew:

          mvn -pl deploy/e2e -am test -Dtest=DeploymentReferenceTest -Dglance.rewrite=true \\
              -Dsurefire.failIfNoSpecifiedTests=false

      ## Where settings come from

      1. `--config-file FILE` (several: later ones win) and `--config-dir DIR` (`*.conf` in order of
         name, after the files) of `glance-api`, `glance-registry` and `glance-manage`; without both
         `/etc/glance/PROGRAM.conf` and `/etc/glance/PROGRAM.conf.d`. To the JVM these are the
         properties `glance.config-file` and `glance.config-dir`, separated by commas.
      2. The environment: `OS_<SECTION>__<OPTION>`, as in the tables. It wins over files.
      3. JVM properties `glance.ini.<section>.<option>`. They win over both.

      `$name`, `${name}` and `$section.name` in a value stand for another option's value, `$$` for a
      dollar sign. A bad value stops the start with a line that names file, section and option. An
      option without effect here is named in a warning; one marked "accepted" is taken without a word.
      """;

  private ConfigurationReference() {}

  static String markdown() {
    StringBuilder text = new StringBuilder(HEAD);
    Map<String, List<Option>> sections = sections();
    sections.forEach(
        (section, options) -> {
          text.append("\n## [").append(section).append("]\n\n");
          text.append("| Option | Default | Type | Environment | Effect | |\n");
          text.append("|---|---|---|---|---|---|\n");
          options.forEach(option -> text.append(row(option)));
        });
    text.append(
        """

        ## Sections of stores

        Every store of `[DEFAULT] enabled_backends` has a section with its name; without it the
        options stand in `[glance_store]`. `store_description` (text) and `weight` (integer, default
        0) belong to every store.
        """);
    for (StoreType type : storeTypes()) {
      text.append("\n### Type ").append(type.name()).append("\n\n");
      text.append("| Option | Default | Type | |\n|---|---|---|---|\n");
      type.options().forEach(option -> text.append(row(option)));
    }
    return text.toString();
  }

  /** The sample file of a service: every option that it reads and that has an effect. */
  static String sample(Service service) {
    StringBuilder text =
        new StringBuilder(
            "# Sample of " + service.program() + ".conf: every option with effect.\n");
    text.append("# Written from the catalogue of options; do not edit.\n");
    OptionCatalog.of(service).options().stream()
        .filter(option -> option.services().contains(service))
        .filter(option -> option.support() == Support.SUPPORTED)
        .collect(Collectors.groupingBy(Option::section, LinkedHashMap::new, Collectors.toList()))
        .forEach(
            (section, options) -> {
              text.append("\n[").append(section).append("]\n");
              options.forEach(option -> text.append(sample(option)));
              if (section.equals("glance_store")) {
                storeTypes()
                    .forEach(type -> type.options().forEach(each -> text.append(sample(each))));
              }
            });
    return text.toString();
  }

  private static Map<String, List<Option>> sections() {
    return OptionCatalog.of(Service.API).options().stream()
        .collect(Collectors.groupingBy(Option::section, LinkedHashMap::new, Collectors.toList()));
  }

  private static List<StoreType> storeTypes() {
    return ServiceLoader.load(StoreType.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(StoreType::name))
        .toList();
  }

  private static String row(Option option) {
    String oldNames =
        option.oldNames().stream()
            .map(old -> "`[" + old.section() + "] " + old.name() + "`")
            .collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | `%s` | %s | %s%s |\n"
        .formatted(
            option.name(),
            defaultOf(option),
            type(option),
            option.environmentVariable(),
            effect(option),
            cell(option.help()),
            oldNames.isEmpty() ? "" : " Old name: " + oldNames + ".");
  }

  private static String row(StoreOption option) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            option.name(),
            option.defaultValue() == null ? "" : "`" + option.defaultValue() + "`",
            option.kind().name().toLowerCase(Locale.ROOT),
            cell(option.help()));
  }

  private static String defaultOf(Option option) {
    if (option.name().equals("bind_port")) {
      return "`9292`, registry `9191`";
    }
    String value = option.defaultValue();
    return value == null || value.isEmpty() ? "" : "`" + cell(value) + "`";
  }

  private static String type(Option option) {
    StringBuilder type = new StringBuilder(option.type().name().toLowerCase(Locale.ROOT));
    if (option.min() != null) {
      type.append(" ≥ ").append(option.min());
    }
    if (option.max() != null) {
      type.append(" ≤ ").append(option.max());
    }
    if (!option.choices().isEmpty()) {
      type.append(": ").append(String.join(", ", option.choices()));
    }
    return option.secret() ? type.append(", secret").toString() : type.toString();
  }

  private static String effect(Option option) {
    return switch (option.support()) {
      case SUPPORTED ->
          option.services().stream()
              .map(Service::program)
              .map(program -> program.replace("glance-", ""))
              .sorted()
              .collect(Collectors.joining(", "));
      case UNSUPPORTED -> "**none: warning**";
      case IGNORED -> "none: accepted";
    };
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String sample(Option option) {
    String value = option.defaultValue();
    return "\n# %s\n#%s = %s\n"
        .formatted(option.help(), option.name(), value == null ? "<unset>" : value)
        .replaceAll("(?m) +$", "");
  }

  private static String sample(StoreOption option) {
    String value = option.defaultValue();
    return "\n# %s\n#%s = %s\n"
        .formatted(option.help(), option.name(), value == null ? "<unset>" : value)
        .replaceAll("(?m) +$", "");
  }
}
