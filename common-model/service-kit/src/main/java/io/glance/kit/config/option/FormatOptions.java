package io.glance.kit.config.option;

import java.util.List;

/** Formats of images (CFG-03). */
final class FormatOptions {
  private static final Section IMAGE_FORMAT = Section.of("image_format", Service.API);

  private FormatOptions() {}

  static List<Option> options() {
    return List.of(
        IMAGE_FORMAT
            .list(
                "container_formats",
                "ami,ari,aki,bare,ovf,ova,docker,compressed",
                "Container formats that images may have.")
            .oldName("DEFAULT", "container_formats"),
        IMAGE_FORMAT
            .list(
                "disk_formats",
                "ami,ari,aki,vhd,vhdx,vmdk,raw,qcow2,vdi,iso,ploop",
                "Disk formats that images may have.")
            .oldName("DEFAULT", "disk_formats"),
        IMAGE_FORMAT
            .list(
                "vmdk_allowed_types",
                "streamOptimized,monolithicSparse",
                "Subtypes of vmdk that conversion accepts; empty: none.")
            .unsupported(),
        IMAGE_FORMAT.flag(
            "require_image_format_match",
            true,
            "Refuse data that isn't of the declared disk format."),
        IMAGE_FORMAT.list(
            "gpt_safety_checks_nonfatal", "", "Checks of partition tables that only warn."));
  }
}
