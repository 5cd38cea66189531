package io.glance.api.image;

import io.glance.model.RequestContext;
import io.glance.model.error.GlanceException;

/** Anonymous callers look, they don't touch (AUTH-03). */
final class ReadOnlyAccess {
  private ReadOnlyAccess() {}

  static void refuse(RequestContext caller) {
    if (caller.readOnly()) {
      throw GlanceException.forbidden("Read-only access");
    }
  }
}
