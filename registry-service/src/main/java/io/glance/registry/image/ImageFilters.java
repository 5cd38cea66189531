package io.glance.registry.image;

import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageQuery;
import io.glance.model.image.ImageQuery.Column;
import io.glance.model.image.ImageQuery.Filter;
import io.glance.model.image.ImageQuery.Operator;
import io.glance.registry.database.Sql;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The conditions of a list's filters (LIST-14 to LIST-21), compared by the columns' collation. */
final class ImageFilters {
  private ImageFilters() {}

  static void addTo(Sql sql, ImageQuery query) {
    Boolean hidden = query.hidden();
    if (hidden != null) {
      // The sum hides the column's index: it would be read whole and sorted for a page of 25.
      sql.add(" AND i.os_hidden + 0 = ?", hidden ? 1 : 0);
    }
    for (String tag : query.tags()) {
      sql.add(
          " AND EXISTS (SELECT 1 FROM image_tags t WHERE t.image_id = i.id AND t.deleted = 0"
              + " AND t.value = ?)",
          Sql.comparable(tag));
    }
    for (Filter filter : query.filters()) {
      sql.add(" AND ");
      if (filter.property()) {
        addProperty(sql, filter);
      } else {
        addColumn(sql, filter);
      }
    }
  }

  private static void addProperty(Sql sql, Filter filter) {
    if (filter.operator() != Operator.EQ && filter.operator() != Operator.IN) {
      throw GlanceException.badRequest(
          "Unable to filter by unknown operator '"
              + filter.operator().name().toLowerCase(Locale.ROOT)
              + "'.");
    }
    sql.add(
        // The sum hides the index of the flag: half of the table would be looked up in it, each
        // time.
        "EXISTS (SELECT 1 FROM image_properties p WHERE p.image_id = i.id AND p.deleted + 0 = 0"
            + " AND p.name = ? AND p.value IN ",
        Sql.comparable(filter.key()));
    sql.addList(filter.values().stream().map(Sql::comparable).toList()).add(")");
  }

  private static void addColumn(Sql sql, Filter filter) {
    Column column = column(filter.key());
    String name = "i." + column.name().toLowerCase(Locale.ROOT);
    List<Object> values = new ArrayList<>();
    for (String value : filter.values()) {
      values.add(parse(column, value));
    }
    if (filter.operator() == Operator.IN) {
      sql.add(name + " IN ").addList(values);
    } else if (values.size() == 1) {
      sql.add(name + comparison(filter.operator()), values.get(0));
    } else {
      throw GlanceException.badRequest("A filter on " + filter.key() + " needs one value.");
    }
  }

  private static Column column(String key) {
    for (Column column : Column.values()) {
      if (column.name().toLowerCase(Locale.ROOT).equals(key)) {
        return column;
      }
    }
    throw GlanceException.badRequest("Unable to filter by " + key + ".");
  }

  private static String comparison(Operator operator) {
    return switch (operator) {
      case EQ, IN -> " = ?";
      case NEQ -> " <> ?";
      case GT -> " > ?";
      case GTE -> " >= ?";
      case LT -> " < ?";
      case LTE -> " <= ?";
    };
  }

  private static Object parse(Column column, String value) {
    try {
      return switch (column) {
        case SIZE, VIRTUAL_SIZE, MIN_DISK, MIN_RAM -> Long.valueOf(value);
        case CREATED_AT, UPDATED_AT ->
            OffsetDateTime.parse(value).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        case PROTECTED -> value.equals("true") ? 1 : 0;
        case ID,
            NAME,
            STATUS,
            VISIBILITY,
            OWNER,
            CONTAINER_FORMAT,
            DISK_FORMAT,
            CHECKSUM,
            OS_HASH_ALGO,
            OS_HASH_VALUE ->
            Sql.comparable(value);
      };
    } catch (NumberFormatException | DateTimeException e) {
      throw GlanceException.badRequest(
          "Bad value for the filter " + column.name().toLowerCase(Locale.ROOT) + ".");
    }
  }
}
