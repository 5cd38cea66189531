package io.glance.model.image;

/**
 * The columns of an image that {@link UpdateImage} may set: a closed set, so that no request
 * reaches another one.
 */
public enum ImageAttribute {
  NAME("name"),
  VISIBILITY("visibility"),
  DISK_FORMAT("disk_format"),
  CONTAINER_FORMAT("container_format"),
  OWNER("owner"),
  MIN_DISK("min_disk"),
  MIN_RAM("min_ram"),
  PROTECTED("protected"),
  HIDDEN("os_hidden");

  private final String wireName;

  ImageAttribute(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the Images API and in the table {@code images}. */
  public String wireName() {
    return wireName;
  }
}
