package io.glance.store.core;

import io.glance.store.spi.StoreOption;
import io.glance.store.spi.StoreSettings;
import io.glance.store.spi.StoreType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one place where an option of a store is looked up: its section, then {@code
 * [backend_defaults]} (not in single-store mode), then the option's default.
 */
record OptionLookup(StoreOptionSource source, String section, boolean withDefaultsSection) {
  private static final String DEFAULTS = "backend_defaults";

  /** The settings a type asks for. */
  StoreSettings settings(String id, StoreType type) {
    Map<String, String> values = new HashMap<>();
    for (StoreOption option : type.options()) {
      String text = text(option);
      if (text != null) {
        values.put(option.name(), text);
      }
    }
    return new StoreSettings(id, Map.copyOf(values));
  }

  /** The text of a common option; null where it is unset. */
  @Nullable String text(String name) {
    return source
        .text(section, name)
        .or(() -> withDefaultsSection ? source.text(DEFAULTS, name) : java.util.Optional.empty())
        .orElse(null);
  }

  /** An integer that has a default. */
  int integer(String name, int defaultValue) {
    String text = text(name);
    try {
      return text == null || text.isBlank() ? defaultValue : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new StoreConfigException(section, name, "is not an integer");
    }
  }

  private @Nullable String text(StoreOption option) {
    String text =
        option.kind() == StoreOption.Kind.MULTI ? joined(option.name()) : text(option.name());
    return text == null ? option.defaultValue() : text;
  }

  private @Nullable String joined(String name) {
    List<String> values = source.multi(section, name);
    if (values.isEmpty() && withDefaultsSection) {
      values = source.multi(DEFAULTS, name);
    }
    return values.isEmpty() ? null : String.join("\n", values);
  }
}
