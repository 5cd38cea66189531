package io.glance.kit.config.option;

import java.util.List;

/** How much a project may have (QUO-01 to QUO-08). */
final class QuotaOptions {
  private static final Section DEFAULT = Section.of("DEFAULT", Service.API);

  private QuotaOptions() {}

  static List<Option> options() {
    return List.of(
        DEFAULT.integer("image_member_quota", 128, "Members of an image; negative: unlimited."),
        DEFAULT.integer(
            "image_property_quota", 128, "Properties of an image; negative: unlimited."),
        DEFAULT.integer("image_tag_quota", 128, "Tags of an image; negative: unlimited."),
        DEFAULT.integer("image_location_quota", 10, "Locations of an image; negative: unlimited."),
        DEFAULT.integer("image_size_cap", 1099511627776L, "Largest image, in bytes.").min(1),
        DEFAULT.size(
            "user_storage_quota",
            "0",
            "Bytes a project may store, with an optional unit B, KB, MB, GB, TB; 0: unlimited."),
        DEFAULT
            .flag(
                "use_keystone_limits",
                false,
                "Take limits from Keystone instead of user_storage_quota.")
            .unsupported());
  }
}
