package io.glance.registry.operator;

import io.glance.model.RequestContext;
import io.glance.model.image.ImageQuery;
import io.glance.model.image.ImageQuery.Sort;
import io.glance.registry.database.DatabaseTime;
import io.glance.registry.database.Sql;
import io.glance.registry.image.ImageQueryBuilder;
import io.glance.registry.image.VisibilityScope;
import io.glance.registry.operator.ListQuery.Access;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL of operators' lists: what the caller may see first, then what it asks for. */
final class OperatorSql {
  private static final ImageQuery USUAL_VIEW =
      new ImageQuery(List.of(), List.of(), null, false, null, null, List.of(), null, 0);

  private OperatorSql() {}

  /** A page of images; {@code marker} holds the values of {@link #order}'s keys in its row. */
  static Sql page(
      String columns,
      RequestContext caller,
      ListQuery query,
      @Nullable List<@Nullable Object> marker) {
    Sql sql = Sql.of("SELECT " + columns + " FROM images i WHERE ").add(scope(caller, query));
    addDeleted(sql, query.deleted());
    addColumns(sql, query);
    query
        .properties()
        .forEach(
            (name, value) ->
                sql.add(
                    " AND EXISTS (SELECT 1 FROM image_properties p WHERE p.image_id = i.id"
                        + " AND p.deleted = 0 AND p.name = ? AND p.value = ?)",
                    name,
                    value));
    List<Sort> order = order(query);
    if (marker != null) {
      sql.add(" AND ").add(ImageQueryBuilder.after(order, marker));
    }
    sql.add(" ORDER BY ");
    for (int index = 0; index < order.size(); index++) {
      Sort sort = order.get(index);
      sql.add(index == 0 ? "" : ", ").add(ImageQueryBuilder.column(sort.key()));
      sql.add(sort.descending() ? " DESC" : "");
    }
    return sql.add(" LIMIT ?", query.limit());
  }

  /** The marker's values; no row where the caller may not see it. */
  static Sql marker(RequestContext caller, ListQuery query, String id) {
    List<String> columns =
        order(query).stream().map(sort -> ImageQueryBuilder.column(sort.key())).toList();
    return one(String.join(", ", columns), caller, id, !Boolean.FALSE.equals(query.deleted()));
  }

  /** One image by its id. */
  static Sql one(String columns, RequestContext caller, String id, boolean deletedToo) {
    return Sql.of("SELECT " + columns + " FROM images i WHERE i.id = ? AND ", id)
        .add(deletedToo ? "TRUE" : "i.deleted = 0")
        .add(" AND ")
        .add(VisibilityScope.byId(caller));
  }

  /** The asked order, made total. */
  static List<Sort> order(ListQuery query) {
    return ImageQueryBuilder.order(
        new ImageQuery(
            List.of(), List.of(), null, false, null, null, List.of(query.sort()), null, 0));
  }

  private static Sql scope(RequestContext caller, ListQuery query) {
    if (query.access() == Access.AS_USER) {
      return VisibilityScope.listed(asUser(caller), USUAL_VIEW);
    }
    Sql scope = VisibilityScope.listed(caller, USUAL_VIEW);
    return query.access() == Access.NOT_PUBLIC ? scope.add(" AND i.visibility <> 'public'") : scope;
  }

  private static RequestContext asUser(RequestContext caller) {
    return new RequestContext(
        caller.projectId(),
        caller.userId(),
        caller.roles(),
        caller.serviceRoles(),
        false,
        caller.readOnly(),
        caller.systemScope(),
        caller.requestId());
  }

  private static void addDeleted(Sql sql, @Nullable Boolean deleted) {
    if (deleted != null) {
      sql.add(deleted ? " AND i.deleted = 1" : " AND i.deleted = 0 AND i.status <> 'killed'");
    }
  }

  private static void addColumns(Sql sql, ListQuery query) {
    query.equal().forEach((column, values) -> sql.add(" AND i." + column + " IN ").addList(values));
    query.numbers().forEach((column, value) -> sql.add(" AND i." + column + " = ?", value));
    if (query.sizeMin() != null) {
      sql.add(" AND i.size >= ?", query.sizeMin());
    }
    if (query.sizeMax() != null) {
      sql.add(" AND i.size <= ?", query.sizeMax());
    }
    Instant since = query.changedSince();
    if (since != null) {
      sql.add(" AND i.updated_at > ?", DatabaseTime.of(since));
    }
    if (query.isProtected() != null) {
      sql.add(" AND i.protected = ?", query.isProtected());
    }
  }
}
