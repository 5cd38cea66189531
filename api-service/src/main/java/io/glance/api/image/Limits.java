package io.glance.api.image;

import io.glance.kit.config.GlanceSettings;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageLimits;
import jakarta.inject.Singleton;
import java.util.Set;

/** The most an image may have of things, as configured (QUO-01 to QUO-04, QUO-07). */
@Singleton
public class Limits {
  private static final String SECTION = "DEFAULT";

  private final GlanceSettings settings;

  Limits(GlanceSettings settings) {
    this.settings = settings;
  }

  /** The limits as they go with a change to the registry. */
  public ImageLimits get() {
    return new ImageLimits(
        limit("image_property_quota"),
        limit("image_tag_quota"),
        limit("image_member_quota"),
        limit("image_location_quota"));
  }

  /** Checks a new image: there is no row yet whose lock the registry could hold. */
  void check(Set<String> properties, int tags) {
    ImageLimits limits = get();
    long counted = properties.stream().filter(name -> !AttributeNames.internal(name)).count();
    require("properties", counted, limits.properties());
    require("tags", tags, limits.tags());
  }

  private static void require(String things, long attempted, int maximum) {
    if (maximum >= 0 && attempted > maximum) {
      throw GlanceException.tooLarge(
          "The limit has been exceeded on the number of allowed image "
              + things
              + ". Attempted: "
              + attempted
              + ", Maximum: "
              + maximum);
    }
  }

  private int limit(String option) {
    long value = settings.integer(SECTION, option);
    return (int) Math.max(-1, Math.min(value, Integer.MAX_VALUE));
  }
}
