package io.glance.api.auth;

import io.glance.model.RequestContext;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * The caller of the request at hand. Set once by the authentication filter, read by everybody else.
 */
@RequestScoped
public class CallerContext {
  private @Nullable RequestContext context;

  /** The caller. Asked for before authentication it is a programming error. */
  public RequestContext get() {
    RequestContext known = context;
    if (known == null) {
      throw new IllegalStateException("the caller isn't known yet");
    }
    return known;
  }

  /** Sets the caller of this request. */
  public void set(RequestContext caller) {
    context = caller;
  }
}
