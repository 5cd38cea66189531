package io.glance.kit.config;

import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code $name}, {@code ${name}} and {@code $section.name} by other options' values.
 *
 * <p>{@code $$} and {@code \$} stand for a dollar sign. A name that no section knows stays as it
 * is. Source: oslo_config/cfg.py, Template and StrSubWrapper.
 */
final class Interpolation {
  private static final int DEEPEST = 16;
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\\\\\$|\\$\\$|\\$\\{([_a-z][._a-z0-9]*)}|\\$([_a-z][._a-z0-9]*)",
          Pattern.CASE_INSENSITIVE);

  private final BiFunction<String, String, @Nullable String> lookup;

  /**
   * An interpolation.
   *
   * @param lookup section and option to the text as written, null where unknown
   */
  Interpolation(BiFunction<String, String, @Nullable String> lookup) {
    this.lookup = lookup;
  }

  String apply(String section, String text) {
    return apply(section, text, 0);
  }

  private String apply(String section, String text, int depth) {
    if (text.indexOf('$') < 0 || depth > DEEPEST) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    Matcher matcher = REFERENCE.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      String value = name == null ? "$" : resolve(section, name, depth);
      matcher.appendReplacement(
          result, Matcher.quoteReplacement(value == null ? matcher.group() : value));
    }
    return matcher.appendTail(result).toString();
  }

  private @Nullable String resolve(String section, String name, int depth) {
    int dot = name.indexOf('.');
    String from = dot < 0 ? section : name.substring(0, dot);
    String option = dot < 0 ? name : name.substring(dot + 1);
    String value = lookup.apply(from, option);
    if (value == null) {
      from = "DEFAULT";
      value = lookup.apply(from, name);
    }
    return value == null ? null : apply(from, value, depth + 1);
  }
}
