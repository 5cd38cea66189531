package io.glance.kit.config.option;

import java.util.List;

/** The image cache (CFG-06). */
final class CacheOptions {
  private static final Section DEFAULT = Section.of("DEFAULT", Service.API);

  private CacheOptions() {}

  static List<Option> options() {
    return List.of(
        DEFAULT.text("image_cache_dir", "Directory of the cache.").unsupported(),
        DEFAULT
            .text("image_cache_driver", "Where the cache keeps its books.")
            .or("centralized_db")
            .choices("centralized_db", "sqlite", "xattr")
            .unsupported(),
        DEFAULT
            .integer("image_cache_max_size", 10737418240L, "Largest cache after pruning, in bytes.")
            .min(0)
            .unsupported(),
        DEFAULT
            .integer(
                "image_cache_stall_time",
                86400,
                "Age of an unfinished entry before it goes, in seconds.")
            .min(0)
            .unsupported(),
        DEFAULT
            .text("image_cache_sqlite_db", "Database file of the driver sqlite.")
            .or("cache.db")
            .ignored(),
        DEFAULT
            .integer(
                "cache_prefetcher_interval",
                300,
                "Pause between two runs of the prefetcher, in seconds.")
            .unsupported());
  }
}
