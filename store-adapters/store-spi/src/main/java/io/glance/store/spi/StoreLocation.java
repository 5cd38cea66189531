package io.glance.store.spi;

import java.util.Locale;

/**
 * The URL of an image's bytes as it stands in the database: opaque to everybody but its store
 * ({@link java.net.URI} is too strict for some).
 */
public record StoreLocation(String text) {
  /** The scheme in lower case; empty where there is none. */
  public String scheme() {
    int colon = text.indexOf(':');
    return colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
  }

  /** Never shows the URL: it may carry credentials. */
  @Override
  public String toString() {
    return scheme() + "://…";
  }
}
