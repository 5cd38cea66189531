package io.glance.kit.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The operator's settings: what the ini files and the environment say, by section and option name
 * as in Glance.
 *
 * <p>Values come through the option catalogue: defaults, aliases, types and checks are declared
 * there once. An option may be asked for under an old name, too. Asking for one that the catalogue
 * doesn't know is a programming error.
 */
public interface GlanceSettings {
  /** The text of an option, its default where it isn't set; empty where neither is there. */
  Optional<String> text(String section, String option);

  /** A text option that has a default. */
  default String required(String section, String option) {
    return text(section, option)
        .orElseThrow(() -> new SettingsException(section, option, "is not set"));
  }

  /** An integer option that has a default. */
  long integer(String section, String option);

  /** An integer option that may be unset. */
  default OptionalLong optionalInteger(String section, String option) {
    return text(section, option)
        .filter(text -> !text.isBlank())
        .map(text -> OptionalLong.of(OptionText.integer(text)))
        .orElse(OptionalLong.empty());
  }

  /** A boolean option by oslo.config's words. */
  boolean flag(String section, String option);

  /** A size in bytes: a number, alone or with B, KB, MB, GB, TB (steps of 1024). */
  default long size(String section, String option) {
    return OptionText.size(required(section, option));
  }

  /** A list: {@code a,b} or {@code [a,b]}; empty where unset or empty. */
  List<String> list(String section, String option);

  /** A dictionary: {@code a:b,c:d}, in its order; empty where unset or empty. */
  default Map<String, String> dict(String section, String option) {
    return text(section, option).map(OptionText::dict).orElse(Map.of());
  }

  /** An option that may stand several times, in the order of the files. */
  List<String> multi(String section, String option);

  /** Whether any file or the environment sets the option. */
  boolean isSet(String section, String option);

  /** The sections that the files have. */
  Set<String> sections();

  /**
   * The text of any option of any section without the catalogue: for the sections of stores, whose
   * options the store types declare.
   */
  Optional<String> raw(String section, String option);

  /** All values of such an option. */
  List<String> rawMulti(String section, String option);
}
