package io.glance.store.core.transfer;

import org.jspecify.annotations.Nullable;

/** Why a transfer ended early, where the store isn't to blame. */
public class TransferException extends Exception {
  /** Kinds of failure. */
  public enum Kind {
    /** The source broke off. */
    SOURCE,
    /** More bytes than allowed. */
    TOO_LARGE,
    /** More or fewer bytes than announced. */
    WRONG_SIZE,
    /** A lane didn't like the bytes. */
    REFUSED,
    CANCELLED,
    /** No buffer for long. */
    BUSY
  }

  private final Kind kind;

  public TransferException(Kind kind, String message) {
    this(kind, message, null);
  }

  public TransferException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What kind of failure. */
  public Kind kind() {
    return kind;
  }
}
