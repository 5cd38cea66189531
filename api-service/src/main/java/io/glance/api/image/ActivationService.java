package io.glance.api.image;

import io.glance.api.auth.CallerContext;
import io.glance.api.policy.ImagePolicy;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.registry.RegistryImages;
import jakarta.inject.Singleton;
import java.util.Set;

/** Takes images out of use and back (rows ACT-*). Both may be asked for again. */
@Singleton
public class ActivationService {
  private final RegistryImages registry;
  private final ImageLookup lookup;
  private final ImagePolicy policy;
  private final CallerContext callers;

  ActivationService(
      RegistryImages registry, ImageLookup lookup, ImagePolicy policy, CallerContext callers) {
    this.registry = registry;
    this.lookup = lookup;
    this.policy = policy;
    this.callers = callers;
  }

  /** From active to deactivated. */
  public void deactivate(String id) {
    move(id, "deactivate", ImageStatus.ACTIVE, ImageStatus.DEACTIVATED);
  }

  /** From deactivated to active. */
  public void reactivate(String id) {
    move(id, "reactivate", ImageStatus.DEACTIVATED, ImageStatus.ACTIVE);
  }

  private void move(String id, String rule, ImageStatus from, ImageStatus to) {
    RequestContext caller = callers.get();
    ReadOnlyAccess.refuse(caller);
    ImageMetadata image = lookup.find(id);
    policy.require(rule, image, caller);
    if (image.status() == from) {
      try {
        registry.changeStatus(image.id(), new RegistryImages.StatusChange(Set.of(from), to));
      } catch (GlanceException e) {
        // Somebody else was faster; where they asked for the same, it is done.
        if (e.code() != ErrorCode.CONFLICT || lookup.find(id).status() != to) {
          throw e;
        }
      }
    } else if (image.status() != to) {
      throw GlanceException.forbidden(
          "Not allowed to " + rule + " image in status '" + image.status().wireName() + "'");
    }
  }
}
