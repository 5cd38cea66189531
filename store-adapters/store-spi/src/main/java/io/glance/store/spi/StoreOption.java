package io.glance.store.spi;

import org.jspecify.annotations.Nullable;

/**
 * An option of a store's section.
 *
 * @param name as in Glance's ini files
 * @param kind how its text is read
 * @param defaultValue in the file's notation; null where unset differs from every value
 * @param secret never shown
 * @param help one or two sentences for operators
 */
public record StoreOption(
    String name, Kind kind, @Nullable String defaultValue, boolean secret, String help) {
  /** How an option's text is read. */
  public enum Kind {
    TEXT,
    INTEGER,
    BOOLEAN,
    /** May stand several times; the values are joined by newline. */
    MULTI
  }

  /** A public option. */
  public static StoreOption of(String name, Kind kind, @Nullable String defaultValue, String help) {
    return new StoreOption(name, kind, defaultValue, false, help);
  }
}
