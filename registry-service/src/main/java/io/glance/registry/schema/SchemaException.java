package io.glance.registry.schema;

/** Why the schema could not be brought up to date, in words for the operator. */
public final class SchemaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A refusal. */
  public SchemaException(String message) {
    super(message, null, false, false);
  }

  /**
   * A failure.
   *
   * @param cause for the log only
   */
  public SchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}
