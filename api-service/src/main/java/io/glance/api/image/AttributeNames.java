package io.glance.api.image;

import io.glance.model.image.ImageAttribute;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names an image's JSON may have: a closed table. Whatever isn't here is an extra property, a
 * mere key of the property map (SEC-52, SEC-60).
 *
 * <p>Source: glance/api/v2/images.py {@code RequestDeserializer}.
 */
public final class AttributeNames {
  private static final Set<String> READ_ONLY =
      Set.of(
          "created_at",
          "updated_at",
          "status",
          "checksum",
          "size",
          "virtual_size",
          "direct_url",
          "self",
          "file",
          "schema",
          "stores",
          "os_hash_algo",
          "os_hash_value");
  private static final Set<String> RESERVED = Set.of("location", "deleted", "deleted_at");
  private static final String RESERVED_PREFIX = "os_glance";
  private static final Map<String, ImageAttribute> ATTRIBUTES = new HashMap<>();

  static {
    for (ImageAttribute attribute : ImageAttribute.values()) {
      ATTRIBUTES.put(attribute.wireName(), attribute);
    }
  }

  private AttributeNames() {}

  /** Whether no request may set it, not even on create; {@code id} is so on PATCH only. */
  public static boolean readOnly(String name) {
    return READ_ONLY.contains(name);
  }

  /** Whether it is the service's own. */
  public static boolean reserved(String name) {
    return RESERVED.contains(name) || internal(name);
  }

  /** Whether an extra property is for the service's own use: not counted by the quota. */
  public static boolean internal(String name) {
    return name.startsWith(RESERVED_PREFIX);
  }

  /** The column of that name; null for {@code tags}, {@code locations} and extra properties. */
  public static @Nullable ImageAttribute attribute(String name) {
    return ATTRIBUTES.get(name);
  }
}
