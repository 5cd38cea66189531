package io.glance.model.image;

import java.util.Map;

/**
 * A place where an image's bytes are.
 *
 * @param id row number in {@code image_locations}, 0 while not stored
 * @param url as in the database (decrypted); opaque to all but its store
 * @param metadata JSON object of the row; key {@code store} names the store in multi-store mode
 * @param status live or on its way out
 */
public record Location(long id, String url, Map<String, Object> metadata, LocationStatus status) {
  /** A live location that no row holds yet. */
  public static Location of(String url, Map<String, Object> metadata) {
    return new Location(0, url, metadata, LocationStatus.ACTIVE);
  }

  /** Never shows the URL: it may carry credentials. */
  @Override
  public String toString() {
    return "Location[id=" + id + ", status=" + status + "]";
  }
}
