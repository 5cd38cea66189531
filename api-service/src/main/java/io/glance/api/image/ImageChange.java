package io.glance.api.image;

import org.jspecify.annotations.Nullable;

/** One operation of a PATCH, its form checked, its value valid for the attribute it names. */
public sealed interface ImageChange {
  /**
   * Adds or overwrites an attribute or extra property.
   *
   * @param value String, Integer, Boolean or list of String; null where the attribute allows it
   * @param mayExist whether a value that is there is overwritten: not so in the draft 4 format
   *     (PATCH-02)
   */
  record Add(String name, @Nullable Object value, boolean mayExist) implements ImageChange {}

  /** Overwrites what is there. */
  record Replace(String name, @Nullable Object value) implements ImageChange {}

  /** Drops an extra property. */
  record Remove(String name) implements ImageChange {}

  /**
   * Changes the locations (rows LOC-*).
   *
   * @param position digits or {@code -}; null where the whole list is replaced
   * @param empty whether the list is replaced by an empty one
   */
  record Locations(Action action, @Nullable String position, boolean empty)
      implements ImageChange {}

  /** What happens to locations. */
  enum Action {
    ADD,
    REPLACE,
    REMOVE
  }
}
