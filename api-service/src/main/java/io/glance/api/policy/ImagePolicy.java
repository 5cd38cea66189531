package io.glance.api.policy;

import io.glance.kit.policy.Policy;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.Visibility;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules of oslo.policy asked about images.
 *
 * <p>An image that the caller may not even see is NOT_FOUND, whatever was asked; one that it sees
 * is FORBIDDEN. Source: glance/api/v2/policy.py {@code ImageAPIPolicy._enforce}.
 */
@Singleton
public class ImagePolicy {
  private static final String GET_IMAGE = "get_image";

  private final Policy policy;

  ImagePolicy(Policy policy) {
    this.policy = policy;
  }

  /** Whether the rule allows it. */
  public boolean allows(String rule, ImageMetadata image, RequestContext caller) {
    return policy.allows(rule, new ImageTarget(image, caller), caller);
  }

  /** {@link #require(String, ImageMetadata, RequestContext, String)} with the usual text. */
  public void require(String rule, ImageMetadata image, RequestContext caller) {
    require(rule, image, caller, "No image found with ID " + image.id());
  }

  /**
   * Demands that the rule allows it.
   *
   * @param invisible text of the NOT_FOUND of an image that the caller may not see: the same as for
   *     one that isn't there
   */
  public void require(String rule, ImageMetadata image, RequestContext caller, String invisible) {
    if (allows(rule, image, caller)) {
      return;
    }
    if (rule.equals(GET_IMAGE) || !allows(GET_IMAGE, image, caller)) {
      throw GlanceException.notFound(invisible);
    }
    throw forbidden(rule);
  }

  /** Demands {@code get_image} of an image. */
  public void requireVisible(ImageMetadata image, RequestContext caller, String invisible) {
    require(GET_IMAGE, image, caller, invisible);
  }

  /** Demands that the caller may list images (LIST-25). */
  public void requireList(RequestContext caller) {
    Map<String, String> target = new HashMap<>();
    put(target, "project_id", caller.projectId());
    if (!policy.allows("get_images", target, caller)) {
      throw forbidden("get_images");
    }
  }

  /** Demands that the caller may create such an image (IMG-17, IMG-18). */
  public void requireCreate(@Nullable String owner, Visibility visibility, RequestContext caller) {
    Map<String, String> target = new HashMap<>();
    put(target, "project_id", owner);
    put(target, "owner", owner);
    target.put("visibility", visibility.wireName());
    if (!policy.allows("add_image", target, caller)) {
      throw Objects.equals(owner, caller.projectId())
          ? forbidden("add_image")
          : GlanceException.detail(
              ErrorCode.FORBIDDEN,
              "You are not permitted to create images owned by '"
                  + (owner == null ? "None" : owner)
                  + "'");
    }
    String rule = visibilityRule(visibility);
    if (rule != null && !policy.allows(rule, target, caller)) {
      throw forbidden(rule);
    }
  }

  /** Demands that the caller may give the image that visibility (PATCH-13). */
  public void requireVisibility(Visibility visibility, ImageMetadata image, RequestContext caller) {
    String rule = visibilityRule(visibility);
    if (rule != null) {
      require(rule, image, caller);
    }
  }

  private static @Nullable String visibilityRule(Visibility visibility) {
    return switch (visibility) {
      case PUBLIC -> "publicize_image";
      case COMMUNITY -> "communitize_image";
      case SHARED, PRIVATE -> null;
    };
  }

  private static void put(Map<String, String> target, String key, @Nullable String value) {
    if (value != null) {
      target.put(key, value);
    }
  }

  private static GlanceException forbidden(String rule) {
    return GlanceException.forbidden("You are not authorized to complete " + rule + " action.");
  }
}
