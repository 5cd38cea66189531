package io.glance.registry.image;

import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageAttribute;
import io.glance.model.image.Visibility;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets an image's columns from the values of a command. */
final class ImageAttributes {
  private ImageAttributes() {}

  static void set(ImageEntity image, Map<ImageAttribute, ? extends @Nullable Object> values) {
    values.forEach((attribute, value) -> set(image, attribute, value));
  }

  private static void set(ImageEntity image, ImageAttribute attribute, @Nullable Object value) {
    switch (attribute) {
      case NAME -> image.name = text(attribute, value);
      case VISIBILITY -> image.visibility = visibility(value);
      case DISK_FORMAT -> image.diskFormat = text(attribute, value);
      case CONTAINER_FORMAT -> image.containerFormat = text(attribute, value);
      case OWNER -> image.owner = text(attribute, value);
      case MIN_DISK -> image.minDisk = number(attribute, value);
      case MIN_RAM -> image.minRam = number(attribute, value);
      case PROTECTED -> image.isProtected = flag(attribute, value);
      case HIDDEN -> image.osHidden = flag(attribute, value);
    }
  }

  private static @Nullable String text(ImageAttribute attribute, @Nullable Object value) {
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw bad(attribute);
  }

  private static String visibility(@Nullable Object value) {
    return Visibility.of(String.valueOf(value))
        .map(Visibility::wireName)
        .orElseThrow(() -> bad(ImageAttribute.VISIBILITY));
  }

  private static int number(ImageAttribute attribute, @Nullable Object value) {
    if (value instanceof Integer number && number >= 0) {
      return number;
    }
    throw bad(attribute);
  }

  private static boolean flag(ImageAttribute attribute, @Nullable Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw bad(attribute);
  }

  private static GlanceException bad(ImageAttribute attribute) {
    return GlanceException.badRequest("Invalid value for " + attribute.wireName() + ".");
  }
}
