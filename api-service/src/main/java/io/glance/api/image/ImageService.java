package io.glance.api.image;

import io.glance.api.auth.CallerContext;
import io.glance.api.policy.ImagePolicy;
import io.glance.model.RequestContext;
import io.glance.model.error.GlanceException;
import io.glance.model.image.CreateImage;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageQuery;
import io.glance.model.image.ImageStatus;
import io.glance.model.registry.RegistryImages;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Creates, shows, lists and deletes images. */
@Singleton
public class ImageService {
  private final RegistryImages registry;
  private final ImageLookup lookup;
  private final ImagePolicy policy;
  private final CallerContext callers;
  private final Limits limits;
  private final ImageRemoval removal;

  ImageService(
      RegistryImages registry,
      ImageLookup lookup,
      ImagePolicy policy,
      CallerContext callers,
      Limits limits,
      ImageRemoval removal) {
    this.registry = registry;
    this.lookup = lookup;
    this.policy = policy;
    this.callers = callers;
    this.limits = limits;
    this.removal = removal;
  }

  /**
   * Adds an image of status queued.
   *
   * @throws GlanceException FORBIDDEN by policy, TOO_LARGE above a limit, CONFLICT for an id that
   *     exists
   */
  public ImageMetadata create(NewImage image) {
    RequestContext caller = callers.get();
    ReadOnlyAccess.refuse(caller);
    CreateImage command = image.ownedBy(caller.projectId());
    policy.requireCreate(command.owner(), command.visibility(), caller);
    limits.check(command.properties().keySet(), command.tags().size());
    return registry.create(command);
  }

  /** One image, or NOT_FOUND. */
  public ImageMetadata show(String id) {
    ImageMetadata image = lookup.find(id);
    policy.requireVisible(image, callers.get(), ImageLookup.notFound(id));
    return image;
  }

  /** A page of images, without those that the policy doesn't let the caller see (LIST-25). */
  public Listing list(ImageQuery query) {
    RequestContext caller = callers.get();
    policy.requireList(caller);
    List<ImageMetadata> found = registry.list(query).items();
    List<ImageMetadata> visible = new ArrayList<>(found.size());
    for (ImageMetadata image : found) {
      if (policy.allows("get_image", image, caller)) {
        visible.add(image);
      }
    }
    return new Listing(visible, found.size() == query.limit());
  }

  /**
   * Deletes an image: its row first, then its bytes. A store that fails is left to the sweep.
   *
   * @throws GlanceException NOT_FOUND, FORBIDDEN by policy or protection, BAD_REQUEST for a status
   *     that may not be deleted
   */
  public void delete(String id) {
    RequestContext caller = callers.get();
    ReadOnlyAccess.refuse(caller);
    String missing = "Failed to find image " + id + " to delete";
    ImageMetadata image = lookup.find(id, missing);
    policy.require("delete_image", image, caller, missing);
    if (image.isProtected()) {
      throw GlanceException.forbidden(
          "Image " + image.id() + " is protected and cannot be deleted.");
    }
    if (!image.status().mayBecome(ImageStatus.DELETED)) {
      throw GlanceException.badRequest(
          "Image status transition from "
              + image.status().wireName()
              + " to deleted is not allowed");
    }
    removal.remove(image, caller.requestId());
  }

  /**
   * Images of a page.
   *
   * @param full whether the registry gave as many as were asked for: then more may follow
   */
  public record Listing(List<ImageMetadata> images, boolean full) {}
}
