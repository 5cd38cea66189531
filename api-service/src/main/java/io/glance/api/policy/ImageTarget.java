package io.glance.api.policy;

import io.glance.model.RequestContext;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.Visibility;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An image as the target of a rule, looked up key by key: a list asks the policy for each of its
 * images.
 *
 * <p>{@code member_id} is the caller's project where it sees a shared image of another one: then it
 * can only be a member of it. Source: glance/db/__init__.py {@code ImageRepo.get}.
 */
final class ImageTarget extends AbstractMap<String, String> {
  private static final String[] KEYS = {
    "image_id",
    "id",
    "project_id",
    "owner",
    "member_id",
    "visibility",
    "status",
    "name",
    "disk_format",
    "container_format",
    "checksum",
    "min_disk",
    "min_ram",
    "protected",
    "os_hidden"
  };

  private final ImageMetadata image;
  private final @Nullable String callersProject;

  ImageTarget(ImageMetadata image, RequestContext caller) {
    this.image = image;
    this.callersProject = caller.projectId();
  }

  @Override
  @SuppressWarnings("NullAway") // the annotated JDK has get() of a Map<String, String> nullable
  public @Nullable String get(Object key) {
    if (!(key instanceof String name)) {
      return null;
    }
    return switch (name) {
      case "image_id", "id" -> image.id();
      case "project_id", "owner" -> image.owner();
      case "member_id" -> member();
      case "visibility" -> image.visibility().wireName();
      case "status" -> image.status().wireName();
      case "name" -> image.name();
      case "disk_format" -> image.diskFormat();
      case "container_format" -> image.containerFormat();
      case "checksum" -> image.checksum();
      case "min_disk" -> Integer.toString(image.minDisk());
      case "min_ram" -> Integer.toString(image.minRam());
      case "protected" -> Boolean.toString(image.isProtected());
      case "os_hidden" -> Boolean.toString(image.hidden());
      default -> image.properties().get(name);
    };
  }

  @Override
  public boolean containsKey(Object key) {
    return get(key) != null;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    Map<String, String> all = new HashMap<>(image.properties());
    for (String key : KEYS) {
      all.remove(key);
      String value = get(key);
      if (value != null) {
        all.put(key, value);
      }
    }
    return all.entrySet();
  }

  private @Nullable String member() {
    return image.visibility() == Visibility.SHARED && !Objects.equals(image.owner(), callersProject)
        ? callersProject
        : null;
  }
}
