package io.glance.kit.config;

/**
 * A setting that stops the start. Its message names file, section and option, never a secret's
 * value.
 */
public class SettingsException extends RuntimeException {
  public SettingsException(String section, String option, String problem) {
    this("[" + section + "] " + option + ": " + problem);
  }

  public SettingsException(String message) {
    super(message, null, false, false);
  }
}
