package io.glance.database;

import org.jspecify.annotations.Nullable;

/** Why the embedded database isn't there, in words for the person who started it. */
public final class EmbeddedDatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedDatabaseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
