package io.glance.model.image;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/**
 * What a member said of an image shared with it. The database and the wire use the lower-case name.
 */
public enum MemberStatus {
  PENDING,
  ACCEPTED,
  REJECTED;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name in JSON and in the database. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** The value of that wire name; empty where there is none. */
  public static Optional<MemberStatus> of(String wireName) {
    for (MemberStatus value : values()) {
      if (value.wireName.equals(wireName)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }
}
