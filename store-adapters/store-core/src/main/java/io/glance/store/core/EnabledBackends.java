package io.glance.store.core;

import io.glance.store.spi.StoreType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The option {@code enabled_backends}: {@code fast:rbd, cheap:file}. */
record EnabledBackends(String text, StoreTypes types) {
  private static final String RESERVED = "os_glance_";

  /** Store id to type in the order of the text. */
  Map<String, StoreType> parse() {
    Map<String, StoreType> enabled = new LinkedHashMap<>();
    for (String item : split(text)) {
      int colon = item.indexOf(':');
      String id = colon < 0 ? "" : item.substring(0, colon).strip();
      String name = item.substring(colon + 1).strip();
      if (id.isEmpty() || name.isEmpty()) {
        throw bad("'" + item + "' is not of the form id:type");
      }
      if (id.startsWith(RESERVED)) {
        throw bad("'" + id + "': ids beginning with " + RESERVED + " are reserved");
      }
      StoreType type =
          types
              .find(name)
              .orElseThrow(
                  () -> bad("unknown store type '" + name + "'; known are " + types.names()));
      if (enabled.put(id, type) != null) {
        throw bad("'" + id + "' stands twice");
      }
    }
    return enabled;
  }

  /** The items of {@code a,b}, also in brackets or braces. */
  static List<String> split(String list) {
    String bare = list.strip();
    if (bare.length() > 1 && "[{".indexOf(bare.charAt(0)) >= 0) {
      bare = bare.substring(1, bare.length() - 1);
    }
    return List.of(bare.split(",")).stream()
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static StoreConfigException bad(String problem) {
    return new StoreConfigException("DEFAULT", "enabled_backends", problem);
  }
}
