package io.glance.model.error;

import org.jspecify.annotations.Nullable;

/**
 * The one exception of both services' rules. Its message is shown to the caller: no secret, no
 * path, no class name.
 */
public class GlanceException extends RuntimeException {
  private final ErrorCode code;
  private final boolean isDetail;

  public GlanceException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /**
   * An error with the fault behind it.
   *
   * @param cause for the log only
   */
  public GlanceException(ErrorCode code, String message, @Nullable Throwable cause) {
    this(code, message, cause, false);
  }

  private GlanceException(
      ErrorCode code, String message, @Nullable Throwable cause, boolean isDetail) {
    super(message, cause, false, cause != null || code.isServerFault());
    this.code = code;
    this.isDetail = isDetail;
  }

  /** An error whose text stands after the standard sentence of its status (ERR-04). */
  public static GlanceException detail(ErrorCode code, String message) {
    return new GlanceException(code, message, null, true);
  }

  /** What went wrong. */
  public ErrorCode code() {
    return code;
  }

  /** Whether the text stands after the standard sentence of the status instead of in its place. */
  public boolean isDetail() {
    return isDetail;
  }

  /** The text shown to the caller. */
  public String text() {
    String message = getMessage();
    return message == null ? code.name() : message;
  }

  public static GlanceException badRequest(String message) {
    return new GlanceException(ErrorCode.BAD_REQUEST, message);
  }

  public static GlanceException forbidden(String message) {
    return new GlanceException(ErrorCode.FORBIDDEN, message);
  }

  public static GlanceException notFound(String message) {
    return new GlanceException(ErrorCode.NOT_FOUND, message);
  }

  public static GlanceException conflict(String message) {
    return new GlanceException(ErrorCode.CONFLICT, message);
  }

  public static GlanceException tooLarge(String message) {
    return new GlanceException(ErrorCode.TOO_LARGE, message);
  }

  public static GlanceException unavailable(String message, @Nullable Throwable cause) {
    return new GlanceException(ErrorCode.UNAVAILABLE, message, cause);
  }
}
