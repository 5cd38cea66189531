package io.glance.kit.identity;

import org.jspecify.annotations.Nullable;

/** The headers of a request, as much as authentication needs of them. */
@FunctionalInterface
public interface RequestHeaders {
  /** The first value of a header by its case-insensitive name; null where it isn't sent. */
  @Nullable String first(String name);
}
