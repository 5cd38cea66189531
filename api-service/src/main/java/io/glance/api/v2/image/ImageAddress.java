package io.glance.api.v2.image;

import io.glance.kit.config.GlanceSettings;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;

/** Absolute addresses of images, for {@code Location} (ERR-09). */
@Singleton
class ImageAddress {
  private final GlanceSettings settings;

  ImageAddress(GlanceSettings settings) {
    this.settings = settings;
  }

  /** {@code https://host/v2/images/ID}: made of the id only, never of its name (SEC-55). */
  String of(String id, UriInfo request) {
    String base =
        settings
            .text("DEFAULT", "public_endpoint")
            .filter(url -> !url.isBlank())
            .orElseGet(
                () ->
                    request.getBaseUri().getScheme() + "://" + request.getBaseUri().getAuthority());
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/v2/images/" + id;
  }
}
