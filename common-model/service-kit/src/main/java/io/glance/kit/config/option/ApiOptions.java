package io.glance.kit.config.option;

import java.util.List;

/** How the Images API answers (CFG-01). */
final class ApiOptions {
  private static final Section DEFAULT = Section.of("DEFAULT", Service.API);

  private ApiOptions() {}

  static List<Option> options() {
    return List.of(
        DEFAULT.text(
            "public_endpoint",
            "URL under which clients reach the service; unset: taken from the request."),
        DEFAULT.flag(
            "show_image_direct_url", false, "Show an image's first location as direct_url."),
        DEFAULT.flag(
            "show_multiple_locations",
            false,
            "Show all locations of an image and let them be changed."),
        DEFAULT
            .flag("do_secure_hash", true, "Compute os_hash_value while data comes in.")
            .unsupported(),
        DEFAULT
            .integer("http_retries", 3, "Tries of a location import over HTTP.")
            .min(0)
            .unsupported(),
        DEFAULT.text("hashing_algorithm", "Algorithm of os_hash_value.").or("sha512"),
        DEFAULT
            .text(
                "digest_algorithm",
                "Algorithm of signatures over property protection and metadata.")
            .or("sha256")
            .unsupported(),
        DEFAULT
            .integer("limit_param_default", 25, "Images on a page where the request has no limit.")
            .min(1),
        DEFAULT.integer("api_limit_max", 1000, "Largest page.").min(1),
        DEFAULT.flag(
            "allow_anonymous_access", false, "Let callers without a token read public images."),
        DEFAULT
            .integer(
                "max_request_id_length",
                64,
                "Longest x-openstack-request-id that is taken over, in characters.")
            .min(0),
        DEFAULT
            .list(
                "enabled_import_methods",
                "[glance-direct,web-download,copy-image]",
                "Import methods that are offered.")
            .choices("glance-direct", "web-download", "copy-image", "glance-download"),
        DEFAULT
            .text("node_staging_uri", "Where staged data waits, in single-store mode.")
            .or("file:///tmp/staging/"),
        DEFAULT
            .text("worker_self_reference_url", "URL under which other workers reach this one.")
            .unsupported(),
        DEFAULT.dict(
            "enabled_backends",
            "",
            "Stores as id:type pairs; each id has its own section. Unset: [glance_store] stores."),
        DEFAULT
            .text(
                "metadata_encryption_key",
                "Key with which locations are encrypted in the database.")
            .asSecret()
            .unsupported(),
        DEFAULT
            .text("property_protection_file", "Rules of who may read and write properties.")
            .unsupported(),
        DEFAULT
            .text("property_protection_rule_format", "Whether those rules name roles or policies.")
            .or("roles")
            .choices("roles", "policies")
            .unsupported(),
        DEFAULT
            .text("location_strategy", "Order in which locations are tried.")
            .or("location_order")
            .choices("location_order", "store_type")
            .ignored(),
        DEFAULT
            .list("disabled_notifications", "", "Events or groups of events that are not sent.")
            .unsupported(),
        DEFAULT
            .text("default_publisher_id", "Publisher of notifications.")
            .or("image.localhost")
            .unsupported(),
        DEFAULT.flag("delayed_delete", false, "Keep data of deleted images for the scrubber."),
        DEFAULT
            .integer("scrub_time", 0, "Age of a deleted image before its data goes, in seconds.")
            .min(0)
            .unsupported(),
        DEFAULT
            .integer("scrub_pool_size", 1, "Data removed at the same time.")
            .min(1)
            .unsupported(),
        DEFAULT
            .integer("wakeup_time", 300, "Pause between two runs of the scrubber, in seconds.")
            .min(0)
            .unsupported(),
        DEFAULT.flag("daemon", false, "Let the scrubber run until it is stopped.").unsupported(),
        DEFAULT.text("restore", "Image that the scrubber restores.").unsupported());
  }
}
