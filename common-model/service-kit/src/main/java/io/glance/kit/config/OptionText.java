package io.glance.kit.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the text of an option into its type, by oslo.config's rules.
 *
 * <p>A text that doesn't fit gives an {@link IllegalArgumentException} whose message says what is
 * wrong without repeating the text, which may be secret.
 */
public final class OptionText {
  private static final Pattern SIZE =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(B|KB|MB|GB|TB)?", Pattern.CASE_INSENSITIVE);

  private OptionText() {}

  /** A whole number. */
  public static long integer(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("is not an integer", e);
    }
  }

  /** A truth value. */
  public static boolean flag(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "on", "yes" -> true;
      case "false", "0", "off", "no" -> false;
      default ->
          throw new IllegalArgumentException(
              "is not a boolean (one of true, 1, on, yes, false, 0, off, no)");
    };
  }

  /** Bytes of a number with an optional unit. Source: glance/quota, QUO-05. */
  public static long size(String text) {
    Matcher matcher = SIZE.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "is not a size (a number, alone or with B, KB, MB, GB or TB)");
    }
    String unit = matcher.group(2) == null ? "B" : matcher.group(2).toUpperCase(Locale.ROOT);
    int steps = List.of("B", "KB", "MB", "GB", "TB").indexOf(unit);
    double bytes = Double.parseDouble(matcher.group(1)) * Math.pow(1024, steps);
    if (bytes > Long.MAX_VALUE) {
      throw new IllegalArgumentException("is too large a size");
    }
    return steps == 0 && !matcher.group(1).contains(".")
        ? integer(matcher.group(1))
        : Math.round(bytes);
  }

  /** The items of {@code a,b} or {@code [a,b]}; an item in quotes may hold commas. */
  public static List<String> list(String text) {
    String inner = text.strip();
    if (inner.startsWith("[")) {
      if (!inner.endsWith("]")) {
        throw new IllegalArgumentException("starts with '[' but doesn't end with ']'");
      }
      inner = inner.substring(1, inner.length() - 1);
    }
    return split(inner);
  }

  /** The pairs of {@code a:b,c:d}. */
  public static Map<String, String> dict(String text) {
    String inner = text.strip();
    if (inner.startsWith("{") && inner.endsWith("}")) {
      inner = inner.substring(1, inner.length() - 1);
    }
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String item : split(inner)) {
      int colon = item.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("is not a dictionary (key:value,key:value)");
      }
      pairs.put(item.substring(0, colon).strip(), unquoted(item.substring(colon + 1).strip()));
    }
    return pairs;
  }

  private static List<String> split(String text) {
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ((c == '"' || c == '\'') && item.toString().isBlank()) {
        quote = c;
      }
      if (c == ',' && quote == 0) {
        items.add(item.toString());
        item.setLength(0);
      } else {
        item.append(c);
      }
    }
    items.add(item.toString());
    return items.stream()
        .map(String::strip)
        .map(OptionText::unquoted)
        .filter(OptionText::some)
        .toList();
  }

  private static boolean some(String text) {
    return !text.isEmpty();
  }

  private static String unquoted(String text) {
    int last = text.length() - 1;
    boolean quoted =
        last > 0
            && (text.charAt(0) == '"' || text.charAt(0) == '\'')
            && text.charAt(0) == text.charAt(last);
    return quoted ? text.substring(1, last) : text;
  }
}
