package io.glance.api.v2.image;

import io.glance.api.image.LocationDisclosure;
import io.glance.kit.config.GlanceSettings;
import io.glance.model.image.ImageMetadata;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The headers of {@code 201 Created} (IMG-10): where the image is and how data may come to it. */
@Singleton
class CreateHeaders {
  private final GlanceSettings settings;
  private final LocationDisclosure stores;

  CreateHeaders(GlanceSettings settings, LocationDisclosure stores) {
    this.settings = settings;
    this.stores = stores;
  }

  void add(Response.ResponseBuilder response, ImageMetadata image) {
    // The edge makes it absolute (ERR-09); it is made of the id only, never of a name (SEC-55).
    response.header("Location", "/v2/images/" + image.id());
    List<String> methods = settings.list("DEFAULT", "enabled_import_methods");
    if (!methods.isEmpty()) {
      response.header("OpenStack-image-import-methods", String.join(",", methods));
    }
    List<String> ids = stores.storeIds();
    if (!ids.isEmpty()) {
      response.header("OpenStack-image-store-ids", String.join(",", ids));
    }
  }
}
