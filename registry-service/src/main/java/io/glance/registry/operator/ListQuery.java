package io.glance.registry.operator;

import io.glance.model.image.ImageQuery.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator wants listed (REG-03, REG-04).
 *
 * @param equal column to the values of which the image has one
 * @param numbers column to the value it has: min_ram, min_disk
 * @param sizeMin bytes; null for none
 * @param sizeMax bytes; null for none
 * @param changedSince null for none
 * @param isProtected null for either
 * @param deleted null for either
 * @param properties name to value of extra properties
 * @param access which images an administrator means; a user gets its own whatever it says
 * @param marker id of the last image of the page before
 */
record ListQuery(
    Map<String, List<String>> equal,
    Map<String, Long> numbers,
    @Nullable Long sizeMin,
    @Nullable Long sizeMax,
    @Nullable Instant changedSince,
    @Nullable Boolean isProtected,
    @Nullable Boolean deleted,
    Map<String, String> properties,
    Access access,
    Sort sort,
    @Nullable String marker,
    int limit) {

  /** The parameter {@code is_public}. */
  enum Access {
    /** True or not given: what the caller would see if it were no administrator. */
    AS_USER,
    /** False: all but the public ones. */
    NOT_PUBLIC,
    /** None: everything. */
    ALL
  }
}
