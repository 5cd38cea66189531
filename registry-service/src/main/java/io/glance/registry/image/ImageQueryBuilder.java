package io.glance.registry.image;

import io.glance.model.RequestContext;
import io.glance.model.image.ImageQuery;
import io.glance.model.image.ImageQuery.Sort;
import io.glance.model.image.ImageQuery.SortKey;
import io.glance.registry.database.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a list: what the caller may see, what it asked for, in order, from the marker on.
 *
 * <p>Pages go by the marker's values, never by an offset. NULLs stand where MySQL sorts them: first
 * going up, last going down, and none is lost (LIST-08).
 */
public final class ImageQueryBuilder {
  /** Rows that no list shows, whoever asks (LIST-23, LIST-24). */
  private static final String LISTABLE =
      "i.deleted = 0 AND i.status NOT IN ('killed','pending_delete','deleted')";

  private ImageQueryBuilder() {}

  /**
   * The query of a page.
   *
   * @param columns to select, of {@code images i}
   * @param marker values of {@link #order}'s keys in the marker's row; null for the first page
   */
  static Sql page(
      String columns,
      RequestContext caller,
      ImageQuery query,
      @Nullable List<@Nullable Object> marker) {
    List<Sort> order = order(query);
    Sql sql = Sql.of("SELECT " + columns + " FROM images i WHERE " + LISTABLE + " AND ");
    sql.add(VisibilityScope.listed(caller, query));
    ImageFilters.addTo(sql, query);
    if (marker != null) {
      sql.add(" AND ").add(after(order, marker));
    }
    sql.add(" ORDER BY ");
    for (int index = 0; index < order.size(); index++) {
      Sort sort = order.get(index);
      sql.add((index == 0 ? "" : ", ") + column(sort.key()) + (sort.descending() ? " DESC" : ""));
    }
    return sql.add(" LIMIT ?", query.limit());
  }

  /** The query of the marker's values; no row where the caller may not see it. */
  static Sql marker(RequestContext caller, ImageQuery query, String id) {
    List<String> columns = order(query).stream().map(sort -> column(sort.key())).toList();
    return Sql.of(
            "SELECT " + String.join(", ", columns) + " FROM images i WHERE i.id = ?",
            Sql.comparable(id))
        .add(" AND i.deleted = 0 AND ")
        .add(VisibilityScope.byId(caller));
  }

  /** The asked order, made total by created_at and id. */
  public static List<Sort> order(ImageQuery query) {
    List<Sort> order = new ArrayList<>(query.sort());
    boolean descending = order.size() != 1 || order.get(0).descending();
    for (SortKey key : List.of(SortKey.CREATED_AT, SortKey.ID)) {
      if (order.stream().noneMatch(sort -> sort.key() == key)) {
        order.add(new Sort(key, descending));
      }
    }
    return order;
  }

  /** Rows after the marker: the first key is beyond, or equal and the second is beyond, … */
  public static Sql after(List<Sort> order, List<@Nullable Object> marker) {
    Sql sql = new Sql();
    sql.add("(").add(reachable(order.get(0), marker.get(0))).add(" AND (");
    for (int index = 0; index < order.size(); index++) {
      Sort sort = order.get(index);
      Object value = marker.get(index);
      sql.add(beyond(sort, value));
      if (index + 1 < order.size()) {
        sql.add(" OR (").add(same(sort, value)).add(" AND (");
      }
    }
    return sql.add("))".repeat(order.size() - 1)).add("))");
  }

  /** Lets the server start at the marker in the first key's index. */
  private static Sql reachable(Sort sort, @Nullable Object value) {
    String column = column(sort.key());
    if (value == null) {
      return sort.descending() ? Sql.of(column + " IS NULL") : Sql.of("TRUE");
    }
    if (!sort.descending()) {
      return Sql.of(column + " >= ?", value);
    }
    return isNullable(sort.key())
        ? Sql.of("(" + column + " <= ? OR " + column + " IS NULL)", value)
        : Sql.of(column + " <= ?", value);
  }

  private static Sql beyond(Sort sort, @Nullable Object value) {
    String column = column(sort.key());
    if (value == null) {
      return Sql.of(sort.descending() ? "FALSE" : column + " IS NOT NULL");
    }
    if (!sort.descending()) {
      return Sql.of(column + " > ?", value);
    }
    return isNullable(sort.key())
        ? Sql.of("(" + column + " < ? OR " + column + " IS NULL)", value)
        : Sql.of(column + " < ?", value);
  }

  private static Sql same(Sort sort, @Nullable Object value) {
    String column = column(sort.key());
    return value == null ? Sql.of(column + " IS NULL") : Sql.of(column + " = ?", value);
  }

  private static boolean isNullable(SortKey key) {
    return switch (key) {
      case ID, STATUS, CREATED_AT -> false;
      case NAME, CONTAINER_FORMAT, DISK_FORMAT, SIZE, UPDATED_AT -> true;
    };
  }

  /** The column of a sort key, of {@code images i}. */
  public static String column(SortKey key) {
    return "i." + key.name().toLowerCase(Locale.ROOT);
  }
}
