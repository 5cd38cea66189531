package io.glance.registry.testing;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Looks at refusals. */
public final class Failures {
  private Failures() {}

  /** The code of the refusal; fails where there was none. */
  public static ErrorCode code(ThrowingCallable call) {
    GlanceException refusal = catchThrowableOfType(GlanceException.class, call);
    if (refusal == null) {
      throw new AssertionError("was not refused");
    }
    return refusal.code();
  }
}
