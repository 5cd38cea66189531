package io.glance.api.image;

import io.glance.api.policy.ImagePolicy;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.Visibility;
import org.jspecify.annotations.Nullable;

/** What the policy says to each operation of one PATCH, in the order Glance asks it. */
final class PatchChecks {
  private final ImagePolicy policy;
  private final LocationRules locations;
  private final ImageMetadata image;
  private final RequestContext caller;
  private boolean mayModify;

  PatchChecks(
      ImagePolicy policy, LocationRules locations, ImageMetadata image, RequestContext caller) {
    this.policy = policy;
    this.locations = locations;
    this.image = image;
    this.caller = caller;
  }

  void check(ImageChange change) {
    if (change instanceof ImageChange.Locations one) {
      locations.check(one, image, caller);
    } else if (change instanceof ImageChange.Add add) {
      checkValue(add.name(), add.value());
    } else if (change instanceof ImageChange.Replace replace) {
      checkValue(replace.name(), replace.value());
    }
    requireModify();
  }

  private void checkValue(String name, @Nullable Object value) {
    // Glance guards the owner for replace only; add is the same hole (PATCH-14).
    if (name.equals("owner") && !caller.isAdmin()) {
      throw GlanceException.detail(ErrorCode.FORBIDDEN, "Owner can't be updated by non admin.");
    }
    if (name.equals("visibility") && value instanceof String text) {
      policy.requireVisibility(Visibility.of(text).orElseThrow(), image, caller);
    }
  }

  private void requireModify() {
    if (!mayModify) {
      policy.require("modify_image", image, caller);
      mayModify = true;
    }
  }
}
