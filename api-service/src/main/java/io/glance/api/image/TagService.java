package io.glance.api.image;

import io.glance.api.auth.CallerContext;
import io.glance.api.policy.ImagePolicy;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.registry.RegistryImages;
import jakarta.inject.Singleton;

/** Adds and drops single tags. */
@Singleton
public class TagService {
  private final RegistryImages registry;
  private final ImageLookup lookup;
  private final ImagePolicy policy;
  private final CallerContext callers;
  private final Limits limits;

  TagService(
      RegistryImages registry,
      ImageLookup lookup,
      ImagePolicy policy,
      CallerContext callers,
      Limits limits) {
    this.registry = registry;
    this.lookup = lookup;
    this.policy = policy;
    this.callers = callers;
    this.limits = limits;
  }

  /** Adds a tag; one that is there already is left (TAG-01). TOO_LARGE above the limit. */
  public void add(String imageId, String tag) {
    ImageMetadata image = modifiable(imageId);
    try {
      registry.addTag(image.id(), tag, limits.get());
    } catch (GlanceException e) {
      if (e.code() == ErrorCode.TOO_LARGE) {
        throw GlanceException.tooLarge(
            "Image tag limit exceeded for image " + imageId + ": " + e.text() + ":");
      }
      throw e;
    }
  }

  /** Drops a tag; NOT_FOUND where it is not there by exact value (TAG-02, TAG-03). */
  public void remove(String imageId, String tag) {
    ImageMetadata image = modifiable(imageId);
    if (!image.tags().contains(tag)) {
      throw GlanceException.notFound("The resource could not be found.");
    }
    registry.removeTag(image.id(), tag);
  }

  private ImageMetadata modifiable(String imageId) {
    RequestContext caller = callers.get();
    ReadOnlyAccess.refuse(caller);
    String missing = "Image " + imageId + " not found.";
    ImageMetadata image = lookup.find(imageId, missing);
    policy.require("modify_image", image, caller, missing);
    return image;
  }
}
