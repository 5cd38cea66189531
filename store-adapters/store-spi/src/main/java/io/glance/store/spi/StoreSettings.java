package io.glance.store.spi;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one store, already looked up in its section, {@code [backend_defaults]} and the
 * options' defaults.
 *
 * @param id the store's id: a name of {@code enabled_backends}, or the type in single-store mode
 * @param values option name to text; unset options are absent
 */
public record StoreSettings(String id, Map<String, String> values) {
  /** The text of an option; null where it is unset. */
  public @Nullable String text(String option) {
    return values.get(option);
  }

  /** The values of an option that may stand several times; empty where it is unset. */
  public List<String> multi(String option) {
    String text = values.get(option);
    return text == null
        ? List.of()
        : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /** An integer option that has a default. */
  public int integer(String option) throws StoreException {
    String text = values.get(option);
    try {
      return Integer.parseInt(text == null ? "" : text.strip());
    } catch (NumberFormatException e) {
      throw new StoreException(
          StoreException.Kind.INVALID, "option " + option + " is not an integer", e);
    }
  }

  /** A boolean option, by oslo.config's words (true, 1, yes, on and their opposites). */
  public boolean flag(String option) throws StoreException {
    String text = values.getOrDefault(option, "false").strip().toLowerCase(java.util.Locale.ROOT);
    return switch (text) {
      case "true", "1", "yes", "on" -> true;
      case "false", "0", "no", "off" -> false;
      default ->
          throw new StoreException(
              StoreException.Kind.INVALID, "option " + option + " is not a boolean");
    };
  }

  /** Shows no value: some are secret. */
  @Override
  public String toString() {
    return "StoreSettings[id=" + id + "]";
  }
}
