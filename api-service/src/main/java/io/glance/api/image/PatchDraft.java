package io.glance.api.image;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageAttribute;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.UpdateImage;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one PATCH laid over an image, operation by operation, each at constant cost
 * (SEC-64). What was never named is not in the command.
 */
final class PatchDraft {
  private static final Set<ImageStatus> FORMATS_OPEN =
      EnumSet.of(ImageStatus.QUEUED, ImageStatus.IMPORTING);

  private final ImageMetadata image;
  private final Map<ImageAttribute, @Nullable Object> attributes =
      new EnumMap<>(ImageAttribute.class);
  private final Map<String, String> set = new LinkedHashMap<>();
  private final Set<String> removed = new LinkedHashSet<>();
  private @Nullable List<String> tags;

  PatchDraft(ImageMetadata image) {
    this.image = image;
  }

  /**
   * Adds an operation.
   *
   * @throws GlanceException CONFLICT for a property that is not there, or is there where it should
   *     not; FORBIDDEN for an attribute that can't be removed or not changed any more
   */
  void apply(ImageChange change) {
    if (change instanceof ImageChange.Add add) {
      if (!add.mayExist() && exists(add.name())) {
        throw GlanceException.detail(
            ErrorCode.CONFLICT, "Property " + add.name() + " already present.");
      }
      put(add.name(), add.value());
    } else if (change instanceof ImageChange.Replace replace) {
      if (!exists(replace.name())) {
        throw missing(replace.name());
      }
      put(replace.name(), replace.value());
    } else if (change instanceof ImageChange.Remove remove) {
      remove(remove.name());
    }
  }

  /** The one command for all of it. */
  @SuppressWarnings("NullAway") // the record's nullable values aren't seen through its class file
  UpdateImage command(ImageLimits limits) {
    boolean formats =
        attributes.containsKey(ImageAttribute.DISK_FORMAT)
            || attributes.containsKey(ImageAttribute.CONTAINER_FORMAT);
    return new UpdateImage(
        formats ? FORMATS_OPEN : Set.of(), attributes, set, removed, tags, limits);
  }

  private void put(String name, @Nullable Object value) {
    ImageAttribute attribute = AttributeNames.attribute(name);
    if (attribute != null) {
      requireOpen(attribute);
      attributes.put(attribute, value);
    } else if (name.equals("tags") && value instanceof List<?> list) {
      tags = list.stream().map(String::valueOf).distinct().toList();
    } else {
      set.put(name, value == null ? "" : value.toString());
      removed.remove(name);
    }
  }

  private void remove(String name) {
    if (base(name)) {
      throw GlanceException.detail(
          ErrorCode.FORBIDDEN, "Property " + name + " may not be removed.");
    }
    if (!exists(name)) {
      throw missing(name);
    }
    set.remove(name);
    if (image.properties().containsKey(name)) {
      removed.add(name);
    }
  }

  private boolean exists(String name) {
    return base(name)
        || set.containsKey(name)
        || (image.properties().containsKey(name) && !removed.contains(name));
  }

  private static boolean base(String name) {
    return AttributeNames.attribute(name) != null || name.equals("tags");
  }

  private void requireOpen(ImageAttribute attribute) {
    boolean format =
        attribute == ImageAttribute.DISK_FORMAT || attribute == ImageAttribute.CONTAINER_FORMAT;
    if (format && !FORMATS_OPEN.contains(image.status())) {
      throw GlanceException.forbidden(
          "Attribute " + attribute.wireName() + " can be only replaced for a queued image.");
    }
  }

  private static GlanceException missing(String name) {
    return GlanceException.detail(ErrorCode.CONFLICT, "Property " + name + " does not exist.");
  }
}
