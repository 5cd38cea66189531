package io.glance.e2e.target;

/** The configurations of Glance that the suite asks for. */
public enum Profile {
  /** Two file stores and http; locations shown. */
  MAIN("glance.url"),
  /** One file store by the old options, nothing switched on. */
  SINGLE("glance.url.single"),
  /**
   * As MAIN with image_member_quota, image_property_quota, image_tag_quota and image_location_quota
   * 3, image_size_cap 65536 and user_storage_quota 100000.
   */
  QUOTAS("glance.url.quotas");

  private final String property;

  Profile(String property) {
    this.property = property;
  }

  /** The system property that names a running Glance of this configuration. */
  String property() {
    return property;
  }
}
