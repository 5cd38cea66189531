package io.glance.kit.config;

import io.smallrye.config.ConfigValidationException;

/**
 * A setting that stops the start. Its message names file, section and option, never a secret's
 * value.
 *
 * <p>It is a {@link ConfigValidationException} because Quarkus prints such a one's message alone,
 * without a stack trace, wherever during the start it is thrown.
 */
public class SettingsException extends ConfigValidationException {
  private final String text;

  public SettingsException(String section, String option, String problem) {
    this("[" + section + "] " + option + ": " + problem);
  }

  public SettingsException(String message) {
    super(Problem.NO_PROBLEMS);
    this.text = message;
  }

  @Override
  public String getMessage() {
    return text;
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
