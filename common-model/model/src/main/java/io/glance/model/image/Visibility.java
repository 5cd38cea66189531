package io.glance.model.image;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** Who sees an image. The database and the wire use the lower-case name. */
public enum Visibility {
  PUBLIC,
  COMMUNITY,
  SHARED,
  PRIVATE;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name in JSON and in the database. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** The value of that wire name; empty where there is none. */
  public static Optional<Visibility> of(String wireName) {
    for (Visibility value : values()) {
      if (value.wireName.equals(wireName)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
