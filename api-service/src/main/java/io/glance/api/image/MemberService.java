package io.glance.api.image;

import io.glance.api.auth.CallerContext;
import io.glance.api.policy.ImagePolicy;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMember;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.MemberStatus;
import io.glance.model.image.Visibility;
import io.glance.model.registry.RegistryMembers;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Shares images with projects (rows MEM-*). Only images of visibility shared have members, for
 * admins too (MEM-03). Source: glance/api/v2/image_members.py.
 */
@Singleton
public class MemberService {
  private static final String ONLY_SHARED = "Only shared images have members.";

  private final RegistryMembers registry;
  private final ImageLookup lookup;
  private final ImagePolicy policy;
  private final CallerContext callers;
  private final Limits limits;

  MemberService(
      RegistryMembers registry,
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

  /** Adds a member, pending. CONFLICT where it is one already, TOO_LARGE above the limit. */
  public ImageMember add(String imageId, String member) {
    ReadOnlyAccess.refuse(callers.get());
    ImageMetadata image = find(imageId);
    requireShared(image, "Not allowed to create members for image " + imageId + ".");
    require("add_member", image);
    try {
      return registry.add(image.id(), member, limits.get());
    } catch (GlanceException e) {
      throw switch (e.code()) {
        case CONFLICT ->
            GlanceException.conflict("Member " + member + " is duplicated for image " + imageId);
        case TOO_LARGE ->
            GlanceException.tooLarge(
                "Image member limit exceeded for image " + imageId + ": " + e.text() + ":");
        default -> e;
      };
    }
  }

  /** The members the caller may see (MEM-05). */
  public List<ImageMember> list(String imageId) {
    ImageMetadata image = find(imageId);
    requireShared(image, "Not allowed to list members for image " + imageId + ": " + ONLY_SHARED);
    require("get_members", image);
    return policy.allows("get_member", image, callers.get())
        ? registry.list(image.id())
        : List.of();
  }

  /** One member. NOT_FOUND where there is none, or none to be seen. */
  public ImageMember show(String imageId, String member) {
    ImageMetadata image = find(imageId);
    if (image.visibility() != Visibility.SHARED) {
      throw GlanceException.notFound(ONLY_SHARED);
    }
    RequestContext caller = callers.get();
    if (!policy.allows("get_member", image, caller)) {
      policy.requireVisible(image, caller, missing(imageId));
      throw GlanceException.notFound("You are not authorized to complete get_member action.");
    }
    return member(image, member);
  }

  /** Sets what the member says of the image: for the member itself and admins (MEM-07). */
  public ImageMember setStatus(String imageId, String member, String status) {
    ReadOnlyAccess.refuse(callers.get());
    ImageMetadata image = find(imageId);
    requireShared(image, "Not allowed to update members for image " + imageId + ".");
    require("get_member", image);
    member(image, member);
    require("modify_member", image);
    MemberStatus said =
        MemberStatus.of(status)
            .orElseThrow(
                () ->
                    GlanceException.badRequest(
                        "Incorrect request: Status must be \"pending\", \"accepted\" or"
                            + " \"rejected\"."));
    try {
      return registry.setStatus(image.id(), member, said);
    } catch (GlanceException e) {
      throw missingMember(e, image, member);
    }
  }

  /** Drops a member: for the owner and admins (MEM-08). */
  public void remove(String imageId, String member) {
    ReadOnlyAccess.refuse(callers.get());
    ImageMetadata image = find(imageId);
    requireShared(image, "Not allowed to delete members for image " + imageId + ".");
    require("get_member", image);
    member(image, member);
    require("delete_member", image);
    try {
      registry.remove(image.id(), member);
    } catch (GlanceException e) {
      throw missingMember(e, image, member);
    }
  }

  private ImageMember member(ImageMetadata image, String member) {
    if (!MemberId.possible(member)) {
      throw notThere(image, member);
    }
    try {
      return registry.get(image.id(), member);
    } catch (GlanceException e) {
      throw missingMember(e, image, member);
    }
  }

  private static GlanceException missingMember(
      GlanceException e, ImageMetadata image, String member) {
    return e.code() == ErrorCode.NOT_FOUND ? notThere(image, member) : e;
  }

  private static GlanceException notThere(ImageMetadata image, String member) {
    return GlanceException.notFound(
        member + " not found in the member list of the image " + image.id() + ".");
  }

  private ImageMetadata find(String imageId) {
    return lookup.find(imageId, missing(imageId));
  }

  private void require(String rule, ImageMetadata image) {
    policy.require(rule, image, callers.get(), missing(image.id()));
  }

  private static void requireShared(ImageMetadata image, String refusal) {
    if (image.visibility() != Visibility.SHARED) {
      throw GlanceException.forbidden(refusal);
    }
  }

  private static String missing(String imageId) {
    return "Image " + imageId + " not found.";
  }
}
