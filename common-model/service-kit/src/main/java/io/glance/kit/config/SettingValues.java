package io.glance.kit.config;

import io.glance.kit.config.option.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All values that the sources give, by section and option, in the order of the sources. */
final class SettingValues {
  private static final int ENVIRONMENT = 1_000_000;
  private static final int PROPERTY = 2_000_000;

  private final Map<String, List<SettingValue>> values = new LinkedHashMap<>();
  private final Set<String> sections = new LinkedHashSet<>();
  private final Map<String, String> environment;
  private int files;

  SettingValues(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Adds a file; it wins over the files before it. */
  void add(String file, List<IniParser.Assignment> assignments) {
    files++;
    for (IniParser.Assignment each : assignments) {
      put(
          each.section(),
          each.key(),
          new SettingValue(each.value(), file + ":" + each.line(), files));
    }
  }

  /** Sets a value that wins over files and environment. */
  void override(String section, String option, String text, String origin) {
    put(section, option, new SettingValue(text, origin, PROPERTY));
  }

  /** The values of one name; the environment's after the files'. */
  List<SettingValue> of(String section, String option) {
    List<SettingValue> found =
        new ArrayList<>(values.getOrDefault(key(section, option), List.of()));
    String variable = Option.environmentVariable(section, option);
    String text = environment.get(variable);
    if (text != null) {
      found.add(new SettingValue(text, "environment variable " + variable, ENVIRONMENT));
    }
    return found;
  }

  /** The sections of the files, as they are written. */
  Set<String> sections() {
    return Set.copyOf(sections);
  }

  /**
   * Every name that is set by a file or an override, as {@code section.option} with the section in
   * lower case.
   */
  Set<String> names() {
    return Set.copyOf(values.keySet());
  }

  private void put(String section, String option, SettingValue value) {
    sections.add(section);
    values.computeIfAbsent(key(section, option), any -> new ArrayList<>()).add(value);
  }

  private static String key(String section, String option) {
    return section.toLowerCase(Locale.ROOT) + '.' + option.replace('-', '_');
  }
}
