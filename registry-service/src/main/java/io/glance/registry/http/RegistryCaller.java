package io.glance.registry.http;

import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who the current request is for. Set by the filter that authenticated it. */
@RequestScoped
public class RegistryCaller {
  private @Nullable RequestContext context;

  /** The caller. UNAUTHORIZED where no filter has let the request in. */
  public RequestContext context() {
    RequestContext known = context;
    if (known == null) {
      throw new GlanceException(ErrorCode.UNAUTHORIZED, "Authentication required.");
    }
    return known;
  }

  /** Whether a filter has let the request in. */
  public boolean isKnown() {
    return context != null;
  }

  /** Lets the request in. */
  public void set(RequestContext authenticated) {
    this.context = authenticated;
  }
}
