package io.glance.api.data;

import io.glance.api.image.ImageLookup;
import io.glance.api.policy.ImagePolicy;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Whether a caller may upload to an image, and the image takes bytes (UP-05, UP-06, UP-18). */
@Singleton
class UploadGate {
  private final ImageLookup lookup;
  private final ImagePolicy policy;

  UploadGate(ImageLookup lookup, ImagePolicy policy) {
    this.lookup = lookup;
    this.policy = policy;
  }

  /** Anonymous callers change nothing. */
  void refuseReadOnly(RequestContext caller) {
    if (caller.readOnly()) {
      throw GlanceException.forbidden("Read-only access");
    }
  }

  /** The image, ready for bytes of this caller. */
  ImageMetadata enter(String imageId, RequestContext caller) {
    ImageMetadata image = lookup.find(imageId);
    requirePermission(image, caller);
    requireReady(image);
    return image;
  }

  private void requirePermission(ImageMetadata image, RequestContext caller) {
    try {
      policy.require("upload_image", image, caller);
    } catch (GlanceException e) {
      throw e.code() == ErrorCode.FORBIDDEN
          ? GlanceException.forbidden("Not allowed to upload image data for image " + image.id())
          : e;
    }
  }

  private static void requireReady(ImageMetadata image) {
    if (!image.status().mayBecome(ImageStatus.SAVING)) {
      throw GlanceException.conflict(
          "Image status transition from "
              + image.status().wireName()
              + " to saving is not allowed");
    }
    List<String> missing = new ArrayList<>();
    if (image.diskFormat() == null) {
      missing.add("disk_format");
    }
    if (image.containerFormat() == null) {
      missing.add("container_format");
    }
    if (!missing.isEmpty()) {
      throw GlanceException.badRequest(
          (missing.size() == 1 ? "Property " : "Properties ")
              + String.join(", ", missing)
              + " must be set prior to saving data.");
    }
  }
}
