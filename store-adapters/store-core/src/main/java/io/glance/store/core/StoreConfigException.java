package io.glance.store.core;

import org.jspecify.annotations.Nullable;

/** A configuration of stores that stops the start. Its message names section and option. */
public class StoreConfigException extends RuntimeException {
  StoreConfigException(String section, String option, String problem) {
    this("[" + section + "] " + option + ": " + problem, null);
  }

  StoreConfigException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
