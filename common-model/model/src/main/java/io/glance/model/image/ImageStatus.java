package io.glance.model.image;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where an image stands in its life. The database and the wire use the lower-case name.
 *
 * <p>Source: glance/domain/__init__.py {@code valid_state_targets} (rows ST-01 to ST-09), plus the
 * delayed delete of a deactivated image.
 */
public enum ImageStatus {
  QUEUED,
  SAVING,
  UPLOADING,
  IMPORTING,
  ACTIVE,
  DEACTIVATED,
  KILLED,
  PENDING_DELETE,
  DELETED;

  private static final Map<ImageStatus, Set<ImageStatus>> TARGETS =
      new EnumMap<>(ImageStatus.class);

  static {
    TARGETS.put(QUEUED, EnumSet.of(SAVING, UPLOADING, IMPORTING, ACTIVE, DELETED));
    TARGETS.put(SAVING, EnumSet.of(ACTIVE, KILLED, DELETED, QUEUED));
    TARGETS.put(UPLOADING, EnumSet.of(IMPORTING, QUEUED, DELETED));
    TARGETS.put(IMPORTING, EnumSet.of(ACTIVE, DELETED, QUEUED));
    TARGETS.put(ACTIVE, EnumSet.of(PENDING_DELETE, DELETED, DEACTIVATED));
    TARGETS.put(DEACTIVATED, EnumSet.of(ACTIVE, DELETED, PENDING_DELETE));
    TARGETS.put(KILLED, EnumSet.of(DELETED));
    TARGETS.put(PENDING_DELETE, EnumSet.of(DELETED, ACTIVE));
    TARGETS.put(DELETED, EnumSet.noneOf(ImageStatus.class));
  }

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name in JSON and in the {@code status} column. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** Whether an image of this status may go to {@code target}. */
  public boolean mayBecome(ImageStatus target) {
    Set<ImageStatus> targets = TARGETS.get(this);
    return targets != null && targets.contains(target);
  }

  /** Whether the image has all its bytes in a store. */
  public boolean hasData() {
    return this == ACTIVE || this == DEACTIVATED || this == PENDING_DELETE;
  }

  /** The status of that wire name; empty where there is none. */
  public static Optional<ImageStatus> of(String wireName) {
    for (ImageStatus status : values()) {
      if (status.wireName.equals(wireName)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
