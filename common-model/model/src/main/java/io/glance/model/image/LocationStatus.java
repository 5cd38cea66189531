package io.glance.model.image;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a location stands: live, waiting for its bytes to go, or gone. The database and the wire
 * use the lower-case name.
 */
public enum LocationStatus {
  ACTIVE,
  PENDING_DELETE,
  DELETED;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name in JSON and in the database. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** The value of that wire name; empty where there is none. */
  public static Optional<LocationStatus> of(String wireName) {
    for (LocationStatus value : values()) {
      if (value.wireName.equals(wireName)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
