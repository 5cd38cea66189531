package io.glance.kit.config.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One option of the ini files. Made by {@link Section}, refined by the {@code with}-style methods,
 * each of which gives a changed copy.
 *
 * @param defaultValue in the file's notation; null where unset differs from every value
 * @param min smallest allowed number, null where there is none
 * @param max largest allowed number, null where there is none
 * @param choices allowed texts, empty where any text is
 * @param oldNames in the order in which they are looked up
 * @param secret never shown
 * @param services the programs that read it
 */
public record Option(
    String section,
    String name,
    OptionType type,
    @Nullable String defaultValue,
    @Nullable Long min,
    @Nullable Long max,
    List<String> choices,
    List<OldName> oldNames,
    boolean secret,
    Support support,
    Set<Service> services,
    String help) {

  /** The environment variable that overrides the option, as oslo.config names it. */
  public String environmentVariable() {
    return environmentVariable(section, name);
  }

  /** The environment variable of an option of any section. */
  public static String environmentVariable(String section, String name) {
    return "OS_"
        + section.toUpperCase(Locale.ROOT)
        + "__"
        + name.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** With another default. */
  public Option or(String value) {
    return copy(value, min, max, choices, oldNames, secret, support);
  }

  /** With a smallest number. */
  public Option min(long value) {
    return copy(defaultValue, value, max, choices, oldNames, secret, support);
  }

  /** With a smallest and a largest number. */
  public Option range(long smallest, long largest) {
    return copy(defaultValue, smallest, largest, choices, oldNames, secret, support);
  }

  /** With a closed list of texts. */
  public Option choices(String... values) {
    return copy(defaultValue, min, max, List.of(values), oldNames, secret, support);
  }

  /** Also read under an older name of the same section. */
  public Option oldName(String old) {
    return oldName(section, old);
  }

  /** Also read under an older name. */
  public Option oldName(String oldSection, String old) {
    List<OldName> names = new ArrayList<>(oldNames);
    names.add(new OldName(oldSection, old));
    return copy(defaultValue, min, max, choices, List.copyOf(names), secret, support);
  }

  /** Never shown. */
  public Option asSecret() {
    return copy(defaultValue, min, max, choices, oldNames, true, support);
  }

  /** Known, without effect: a warning at start where it is set. */
  public Option unsupported() {
    return copy(defaultValue, min, max, choices, oldNames, secret, Support.UNSUPPORTED);
  }

  /** Accepted without a word. */
  public Option ignored() {
    return copy(defaultValue, min, max, choices, oldNames, secret, Support.IGNORED);
  }

  private Option copy(
      @Nullable String newDefault,
      @Nullable Long newMin,
      @Nullable Long newMax,
      List<String> newChoices,
      List<OldName> newOldNames,
      boolean newSecret,
      Support newSupport) {
    return new Option(
        section,
        name,
        type,
        newDefault,
        newMin,
        newMax,
        newChoices,
        newOldNames,
        newSecret,
        newSupport,
        services,
        help);
  }
}
