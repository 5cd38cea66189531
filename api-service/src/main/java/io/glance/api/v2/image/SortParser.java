package io.glance.api.v2.image;

import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageQuery.Sort;
import io.glance.model.image.ImageQuery.SortKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code sort} or {@code sort_key} with {@code sort_dir}, and the tie-breakers (LIST-06 to 08). */
final class SortParser {
  /** In the order in which Glance names them. */
  private static final List<String> NAMES =
      List.of(
          "name",
          "status",
          "container_format",
          "disk_format",
          "size",
          "id",
          "created_at",
          "updated_at");

  private static final Map<String, Boolean> DESCENDING = Map.of("asc", false, "desc", true);

  private SortParser() {}

  static List<Sort> parse(QueryParameters query) {
    List<SortKey> keys = new ArrayList<>();
    List<Boolean> directions = new ArrayList<>();
    String together = query.last("sort");
    if (together != null) {
      if (query.has("sort_key") || query.has("sort_dir")) {
        throw GlanceException.badRequest("Old and new sorting syntax cannot be combined");
      }
      for (String one : together.strip().split(",", -1)) {
        int colon = one.indexOf(':');
        keys.add(key(colon < 0 ? one : one.substring(0, colon)));
        directions.add(
            colon < 0 || colon == one.length() - 1 || direction(one.substring(colon + 1)));
      }
    } else {
      query.every("sort_key").forEach(text -> keys.add(key(text)));
      query.every("sort_dir").forEach(text -> directions.add(direction(text)));
      if (directions.size() > 1 && directions.size() != keys.size()) {
        throw GlanceException.badRequest(
            "Number of sort dirs does not match the number of sort keys");
      }
    }
    return sorts(keys, directions);
  }

  private static List<Sort> sorts(List<SortKey> keys, List<Boolean> directions) {
    if (keys.isEmpty()) {
      keys.add(SortKey.CREATED_AT);
    }
    boolean usual = directions.size() != 1 || directions.get(0);
    List<Sort> sorts = new ArrayList<>();
    Set<SortKey> seen = EnumSet.noneOf(SortKey.class);
    for (int i = 0; i < keys.size(); i++) {
      // Only the first of a repeated key decides anything, and the work is bounded (SEC-46).
      if (seen.add(keys.get(i))) {
        sorts.add(new Sort(keys.get(i), directions.size() > 1 ? directions.get(i) : usual));
      }
    }
    for (SortKey tieBreaker : List.of(SortKey.CREATED_AT, SortKey.ID)) {
      if (!keys.contains(tieBreaker)) {
        sorts.add(new Sort(tieBreaker, usual));
      }
    }
    return sorts;
  }

  private static SortKey key(String text) {
    String name = text.strip();
    if (!NAMES.contains(name)) {
      throw GlanceException.badRequest(
          "Invalid sort key: "
              + name
              + ". It must be one of the following: "
              + String.join(", ", NAMES)
              + ".");
    }
    return SortKey.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static boolean direction(String text) {
    Boolean descending = DESCENDING.get(text.strip());
    if (descending == null) {
      throw GlanceException.badRequest("Invalid sort direction: " + text.strip());
    }
    return descending;
  }
}
