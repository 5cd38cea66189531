package io.glance.api.format;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A disk format that can be recognised by its content. */
public enum DetectedFormat {
  QCOW2("qcow2"),
  QED("qed"),
  VHD("vhd"),
  VHDX("vhdx"),
  VMDK("vmdk"),
  VDI("vdi"),
  ISO("iso"),
  GPT("gpt"),
  LUKS("luks");

  /** The {@code disk_format} of content that is none of these. */
  static final String RAW = "raw";

  private static final Set<String> INSPECTABLE =
      Stream.concat(Stream.of(RAW), Arrays.stream(values()).map(DetectedFormat::diskFormat))
          .collect(Collectors.toUnmodifiableSet());

  private final String diskFormat;

  DetectedFormat(String diskFormat) {
    this.diskFormat = diskFormat;
  }

  /** The format's name as an image's {@code disk_format}. */
  public String diskFormat() {
    return diskFormat;
  }

  /** Whether content can be compared with the declared format: not so for ami, ploop and such. */
  static boolean isInspectable(String declaredDiskFormat) {
    return INSPECTABLE.contains(declaredDiskFormat);
  }
}
