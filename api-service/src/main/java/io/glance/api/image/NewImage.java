package io.glance.api.image;

import io.glance.model.image.CreateImage;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks to create.
 *
 * @param image its owner counts only where one was named
 * @param ownerNamed whether the request names an owner, maybe null
 */
public record NewImage(CreateImage image, boolean ownerNamed) {

  /** The command, owned by the caller's project where no owner is named (IMG-09). */
  CreateImage ownedBy(@Nullable String project) {
    if (ownerNamed) {
      return image;
    }
    return new CreateImage(
        image.id(),
        image.name(),
        image.visibility(),
        image.diskFormat(),
        image.containerFormat(),
        project,
        image.minDisk(),
        image.minRam(),
        image.isProtected(),
        image.hidden(),
        image.properties(),
        image.tags());
  }
}
