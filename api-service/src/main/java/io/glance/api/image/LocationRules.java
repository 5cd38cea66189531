package io.glance.api.image;

import io.glance.api.image.ImageChange.Locations;
import io.glance.api.policy.ImagePolicy;
import io.glance.kit.config.GlanceSettings;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import jakarta.inject.Singleton;

/**
 * Changes of locations by PATCH (rows LOC-*). With {@code show_multiple_locations} off they are
 * refused as Glance does; with it on they are refused too, until they are built.
 */
@Singleton
class LocationRules {
  private final ImagePolicy policy;
  private final GlanceSettings settings;

  LocationRules(ImagePolicy policy, GlanceSettings settings) {
    this.policy = policy;
    this.settings = settings;
  }

  void check(Locations change, ImageMetadata image, RequestContext caller) {
    if (change.empty()) {
      throw GlanceException.detail(ErrorCode.FORBIDDEN, "Cannot set locations to empty list.");
    }
    switch (change.action()) {
      case ADD -> refuse("set_image_location", "add", image, caller);
      case REPLACE -> refuse("set_image_location", "update", image, caller);
      case REMOVE -> refuse("delete_image_location", "remove", image, caller);
    }
  }

  private void refuse(String rule, String verb, ImageMetadata image, RequestContext caller) {
    policy.require(rule, image, caller);
    throw GlanceException.forbidden(
        settings.flag("DEFAULT", "show_multiple_locations")
            ? "It's not allowed to " + verb + " locations on this service."
            : "It's not allowed to " + verb + " locations if locations are invisible.");
  }
}
