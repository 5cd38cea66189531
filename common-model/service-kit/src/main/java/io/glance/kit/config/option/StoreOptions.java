package io.glance.kit.config.option;

import java.util.List;

/** Stores; a store type declares its own options besides (CFG-07, CFG-12). */
final class StoreOptions {
  private static final Section STORE = Section.of("glance_store", Service.API);
  private static final Section STAGING = Section.of("os_glance_staging_store", Service.API);
  private static final Section TASKS = Section.of("os_glance_tasks_store", Service.API);

  private StoreOptions() {}

  static List<Option> options() {
    return List.of(
        STORE.list("stores", "file,http", "Types of the stores, where enabled_backends is unset."),
        STORE
            .text("default_store", "Type that uploads go to, where enabled_backends is unset.")
            .or("file"),
        STORE.text("default_backend", "Store of enabled_backends that uploads go to."),
        STAGING
            .text("filesystem_store_datadir", "Where staged data waits, with enabled_backends.")
            .or("/var/lib/glance/staging"),
        TASKS
            .text("filesystem_store_datadir", "Where data of tasks waits, with enabled_backends.")
            .or("/var/lib/glance/tasks_work_dir"));
  }
}
