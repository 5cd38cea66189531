package io.glance.api.image;

import io.glance.api.data.DataRemover;
import io.glance.kit.config.GlanceSettings;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.registry.DeleteImage;
import io.glance.model.registry.DeletedImage;
import io.glance.model.registry.RegistryImages;
import jakarta.inject.Singleton;

/** Deletes the rows of an image, then its bytes; with delayed_delete the bytes stay (DEL-01). */
@Singleton
class ImageRemoval {
  private final RegistryImages registry;
  private final DataRemover data;
  private final GlanceSettings settings;

  ImageRemoval(RegistryImages registry, DataRemover data, GlanceSettings settings) {
    this.registry = registry;
    this.data = data;
    this.settings = settings;
  }

  void remove(ImageMetadata image, String requestId) {
    boolean delayed =
        settings.flag("DEFAULT", "delayed_delete")
            && !image.locations().isEmpty()
            && image.status().mayBecome(ImageStatus.PENDING_DELETE);
    DeletedImage deleted = registry.delete(image.id(), new DeleteImage(delayed, data.instance()));
    if (!deleted.intents().isEmpty()) {
      data.remove(deleted.intents(), requestId);
    }
  }
}
