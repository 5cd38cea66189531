package io.glance.kit.identity;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;

/** The 401 of every flavor. */
public final class CallerRefusal {
  /** The text of WebOb's {@code HTTPUnauthorized}. */
  private static final String TEXT =
      "This server could not verify that you are authorized to access the document you requested."
          + " Either you supplied the wrong credentials (e.g., bad password), or your browser does"
          + " not understand how to supply the credentials required.";

  private CallerRefusal() {}

  /** The same whatever was wrong: no hint for who tries tokens out. */
  public static GlanceException unauthorized() {
    return new GlanceException(ErrorCode.UNAUTHORIZED, TEXT);
  }
}
