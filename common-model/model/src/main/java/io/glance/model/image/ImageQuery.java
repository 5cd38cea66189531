package io.glance.model.image;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which images to list. The registry adds what the caller may see.
 *
 * @param filters all must hold
 * @param tags the image has all of them
 * @param visibility null is the caller's usual view (LIST-10, LIST-11)
 * @param allVisibilities {@code visibility=all} (LIST-09)
 * @param memberStatus of images shared with the caller; null is every status
 * @param hidden only hidden images, or only the others; null is both
 * @param sort at least one; the registry adds created_at and id as tie-breakers (LIST-08)
 * @param marker id of the last image of the page before; unknown or invisible is 400
 * @param limit images at most, 0 or more
 */
public record ImageQuery(
    List<Filter> filters,
    List<String> tags,
    @Nullable Visibility visibility,
    boolean allVisibilities,
    @Nullable MemberStatus memberStatus,
    @Nullable Boolean hidden,
    List<Sort> sort,
    @Nullable String marker,
    int limit) {

  /** How a filter compares. */
  public enum Operator {
    EQ,
    NEQ,
    GT,
    GTE,
    LT,
    LTE,
    IN
  }

  /**
   * One condition.
   *
   * @param key a column of {@link Column}'s names, or an extra property where {@code property} is
   *     true
   * @param property whether the key is an extra property
   * @param values one, or several for IN; times as ISO 8601 in UTC, numbers in decimal, booleans
   *     true or false
   */
  public record Filter(String key, boolean property, Operator operator, List<String> values) {}

  /** One sort key of the API (LIST-06). */
  public record Sort(SortKey key, boolean descending) {}

  /** The columns one may sort by. The wire name is the lower-case name. */
  public enum SortKey {
    NAME,
    STATUS,
    CONTAINER_FORMAT,
    DISK_FORMAT,
    SIZE,
    ID,
    CREATED_AT,
    UPDATED_AT
  }

  /** The columns one may filter by. The wire name is the lower-case name. */
  public enum Column {
    ID,
    NAME,
    STATUS,
    VISIBILITY,
    OWNER,
    CONTAINER_FORMAT,
    DISK_FORMAT,
    SIZE,
    VIRTUAL_SIZE,
    MIN_DISK,
    MIN_RAM,
    CHECKSUM,
    OS_HASH_ALGO,
    OS_HASH_VALUE,
    PROTECTED,
    CREATED_AT,
    UPDATED_AT
  }
}
