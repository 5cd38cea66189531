package io.glance.kit.config.option;

import java.util.List;

/** Interoperable import (CFG-05). */
final class ImportOptions {
  private static final Section IMPORT = Section.of("image_import_opts", Service.API);
  private static final Section FILTER = Section.of("import_filtering_opts", Service.API);
  private static final Section INJECT = Section.of("inject_metadata_properties", Service.API);
  private static final Section CONVERT = Section.of("image_conversion", Service.API);
  private static final Section REMOTE = Section.of("glance_download_properties", Service.API);

  private ImportOptions() {}

  static List<Option> options() {
    return List.of(
        IMPORT.list("image_import_plugins", "[]", "Plugins that see imported data.").unsupported(),
        IMPORT
            .integer("max_parallel_stores", 1, "Stores written at the same time.")
            .min(1)
            .unsupported(),
        FILTER.list("allowed_schemes", "[http,https]", "Schemes of web-download.").unsupported(),
        FILTER
            .list("disallowed_schemes", "[]", "Refused schemes, where allowed_schemes is empty.")
            .unsupported(),
        FILTER.list("allowed_hosts", "[]", "Hosts of web-download; empty: all.").unsupported(),
        FILTER
            .list("disallowed_hosts", "[]", "Refused hosts, where allowed_hosts is empty.")
            .unsupported(),
        FILTER.list("allowed_ports", "[80,443]", "Ports of web-download.").unsupported(),
        FILTER
            .list("disallowed_ports", "[]", "Refused ports, where allowed_ports is empty.")
            .unsupported(),
        INJECT
            .list("ignore_user_roles", "admin", "Roles whose imports are left alone.")
            .unsupported(),
        INJECT.dict("inject", "", "Properties set on imported images.").unsupported(),
        CONVERT
            .text("output_format", "Format that imported images are converted to.")
            .or("raw")
            .choices("qcow2", "raw", "vmdk")
            .unsupported(),
        REMOTE
            .list(
                "extra_properties",
                "hw_,trait:,os_distro,os_secure_boot,os_type",
                "Beginnings of the properties that glance-download copies.")
            .unsupported());
  }
}
