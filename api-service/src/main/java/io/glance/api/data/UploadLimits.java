package io.glance.api.data;

import io.glance.kit.config.GlanceSettings;
import io.glance.model.error.GlanceException;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/** How big an upload may be (UP-04, QUO-05, QUO-06). */
@Singleton
class UploadLimits {
  private final GlanceSettings settings;

  UploadLimits(GlanceSettings settings) {
    this.settings = settings;
  }

  /** Most bytes of one image: the cap, and never more than a whole quota. */
  long bytes() {
    long cap = settings.integer("DEFAULT", "image_size_cap");
    long quota = quotaBytes();
    return quota > 0 ? Math.min(cap, quota) : cap;
  }

  /** Most bytes of an owner's images; 0 for no limit. */
  long quotaBytes() {
    return settings.size("DEFAULT", "user_storage_quota");
  }

  /** Refuses a size that is known to be too big. */
  void check(OptionalLong size) {
    if (size.isPresent() && size.getAsLong() > bytes()) {
      throw tooLarge();
    }
  }

  /** The refusal of a limit that was passed. */
  static GlanceException tooLarge() {
    return GlanceException.tooLarge(
        "The incoming image is too large: The provided image is too large.");
  }
}
