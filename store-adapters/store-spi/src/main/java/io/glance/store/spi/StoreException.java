package io.glance.store.spi;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong in a store. Its message is safe to show to operators, not to users: it may name
 * options and ids.
 */
public class StoreException extends Exception {
  /** Kinds of failure; one table turns them into HTTP. */
  public enum Kind {
    NOT_FOUND,
    DUPLICATE,
    IN_USE,
    /** No room or quota. */
    FULL,
    /** The store refuses by its permissions. */
    DENIED,
    /** The store can't be written to at all. */
    READ_ONLY,
    /** Size or identity differs from what was said. */
    MISMATCH,
    BAD_LOCATION,
    UNSUPPORTED,
    /** Bad configuration. */
    INVALID,
    /** Away for now: may be tried again. */
    UNAVAILABLE,
    CANCELLED,
    /** Anything else. */
    BROKEN
  }

  private final Kind kind;

  public StoreException(Kind kind, String message) {
    this(kind, message, null);
  }

  public StoreException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What kind of failure. */
  public Kind kind() {
    return kind;
  }
}
