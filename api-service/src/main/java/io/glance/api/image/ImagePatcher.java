package io.glance.api.image;

import io.glance.api.auth.CallerContext;
import io.glance.api.policy.ImagePolicy;
import io.glance.model.RequestContext;
import io.glance.model.image.ImageMetadata;
import io.glance.model.registry.RegistryImages;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Changes an image by the operations of one PATCH: all are checked first, then what really changes
 * goes to the registry as one command, so that changes at once lose nothing (PATCH-11, PATCH-21,
 * REL-12).
 */
@Singleton
public class ImagePatcher {
  private final RegistryImages registry;
  private final ImageLookup lookup;
  private final ImagePolicy policy;
  private final LocationRules locations;
  private final CallerContext callers;
  private final Limits limits;

  ImagePatcher(
      RegistryImages registry,
      ImageLookup lookup,
      ImagePolicy policy,
      LocationRules locations,
      CallerContext callers,
      Limits limits) {
    this.registry = registry;
    this.lookup = lookup;
    this.policy = policy;
    this.locations = locations;
    this.callers = callers;
    this.limits = limits;
  }

  /**
   * The image after the changes; unchanged where there are none (PATCH-04).
   *
   * @throws io.glance.model.error.GlanceException NOT_FOUND, FORBIDDEN by policy or for an
   *     attribute that may not change so, CONFLICT for properties that should be there or not,
   *     TOO_LARGE above a limit; then nothing has changed
   */
  public ImageMetadata patch(String id, List<ImageChange> changes) {
    RequestContext caller = callers.get();
    ReadOnlyAccess.refuse(caller);
    ImageMetadata image = lookup.find(id);
    policy.requireVisible(image, caller, ImageLookup.notFound(id));
    if (changes.isEmpty()) {
      return image;
    }
    PatchChecks checks = new PatchChecks(policy, locations, image, caller);
    PatchDraft draft = new PatchDraft(image);
    for (ImageChange change : changes) {
      checks.check(change);
      draft.apply(change);
    }
    return registry.update(image.id(), draft.command(limits.get()));
  }
}
