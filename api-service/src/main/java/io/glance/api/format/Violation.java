package io.glance.api.format;

/**
 * A safety check that failed.
 *
 * @param check the check's name: what {@code gpt_safety_checks_nonfatal} lists
 * @param reason for the log
 */
public record Violation(String check, String reason) {
  /** The content ends before, or contradicts, what its header announces. */
  static Violation malformed(String reason) {
    return new Violation("structure", reason);
  }
}
