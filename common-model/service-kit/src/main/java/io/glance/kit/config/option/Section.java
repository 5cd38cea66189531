package io.glance.kit.config.option;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the options of one section of the ini files. */
record Section(String name, Set<Service> services) {
  static Section of(String name, Service... services) {
    return new Section(name, Set.of(services));
  }

  Option text(String option, String help) {
    return option(option, OptionType.TEXT, null, help);
  }

  Option integer(String option, String help) {
    return option(option, OptionType.INTEGER, null, help);
  }

  Option integer(String option, long defaultValue, String help) {
    return option(option, OptionType.INTEGER, Long.toString(defaultValue), help);
  }

  Option flag(String option, boolean defaultValue, String help) {
    return option(option, OptionType.BOOLEAN, defaultValue ? "True" : "False", help);
  }

  Option list(String option, String defaultValue, String help) {
    return option(option, OptionType.LIST, defaultValue, help);
  }

  Option multi(String option, String help) {
    return option(option, OptionType.MULTI, null, help);
  }

  Option dict(String option, String defaultValue, String help) {
    return option(option, OptionType.DICT, defaultValue, help);
  }

  Option size(String option, String defaultValue, String help) {
    return option(option, OptionType.SIZE, defaultValue, help);
  }

  private Option option(
      String option, OptionType type, @Nullable String defaultValue, String help) {
    return new Option(
        name,
        option,
        type,
        defaultValue,
        null,
        null,
        List.of(),
        List.of(),
        false,
        Support.SUPPORTED,
        services,
        help);
  }
}
