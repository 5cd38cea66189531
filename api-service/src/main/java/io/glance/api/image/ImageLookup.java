package io.glance.api.image;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.registry.RegistryImages;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Finds the image of a request. */
@Singleton
public class ImageLookup {
  /** What the column may hold and a path may carry; anything else can't be there (IMG-23). */
  private static final Pattern ID = Pattern.compile("(?!\\.{1,2}$)[\\p{Alnum}._~-]{1,36}");

  private final RegistryImages registry;

  ImageLookup(RegistryImages registry) {
    this.registry = registry;
  }

  /** The image, or NOT_FOUND "No image found with ID x". */
  public ImageMetadata find(String id) {
    return find(id, notFound(id));
  }

  /** The image, or NOT_FOUND with that text. */
  public ImageMetadata find(String id, String missing) {
    if (ID.matcher(id).matches()) {
      try {
        return registry.get(id);
      } catch (GlanceException e) {
        if (e.code() != ErrorCode.NOT_FOUND) {
          throw e;
        }
      }
    }
    throw GlanceException.notFound(missing);
  }

  /** The usual text for an image that is not there or not to be seen. */
  static String notFound(String id) {
    return "No image found with ID " + id;
  }
}
