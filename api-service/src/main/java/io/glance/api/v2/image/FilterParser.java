package io.glance.api.v2.image;

import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageQuery.Column;
import io.glance.model.image.ImageQuery.Filter;
import io.glance.model.image.ImageQuery.Operator;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The filters of a list: columns by their operators, ranges, and any other name as an extra
 * property (LIST-14 to LIST-23). Source: glance/db/sqlalchemy/api.py {@code
 * _make_conditions_from_filters}.
 */
final class FilterParser {
  /** No filters: read elsewhere, overwritten or without meaning. */
  private static final Set<String> OTHERS =
      Set.of(
          "limit",
          "marker",
          "member_status",
          "tag",
          "tags",
          "sort",
          "sort_key",
          "sort_dir",
          "visibility",
          "os_hidden",
          "deleted");

  private static final Set<String> TEXTS =
      Set.of("name", "id", "status", "container_format", "disk_format");
  private static final Set<String> TIMES = Set.of("created_at", "updated_at");
  private static final Set<String> NUMBERS = Set.of("size", "virtual_size", "min_ram", "min_disk");
  private static final Map<String, Operator> COMPARISONS =
      Map.of(
          "gt", Operator.GT,
          "gte", Operator.GTE,
          "lt", Operator.LT,
          "lte", Operator.LTE,
          "neq", Operator.NEQ,
          "eq", Operator.EQ);
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,40}");

  /** Without an exponent: a short one would make a number of gigabytes. */
  private static final Pattern WHOLE = Pattern.compile("([+-]?\\d{1,40})(?:\\.0*)?");

  private static final Map<String, Column> COLUMNS = new HashMap<>();

  static {
    for (Column column : Column.values()) {
      COLUMNS.put(column.name().toLowerCase(Locale.ROOT), column);
    }
  }

  private FilterParser() {}

  static List<Filter> parse(QueryParameters query) {
    List<Filter> filters = new ArrayList<>();
    for (String name : query.names()) {
      String value = query.last(name);
      if (value != null && !OTHERS.contains(name)) {
        Texts.requireStorable(name, value);
        filters.add(filter(name, value));
      }
    }
    return filters;
  }

  private static Filter filter(String name, String value) {
    if (name.endsWith("_min") || name.endsWith("_max")) {
      return range(name, value);
    }
    if (TIMES.contains(name)) {
      return time(name, value);
    }
    if (TEXTS.contains(name)) {
      return text(name, value);
    }
    if (name.equals("protected") && !value.equals("true") && !value.equals("false")) {
      throw GlanceException.badRequest(
          "Invalid value '"
              + value
              + "' for 'protected' filter. Valid values are 'true' or 'false'.");
    }
    if (NUMBERS.contains(name)) {
      return number(name, value);
    }
    return new Filter(name, !COLUMNS.containsKey(name), Operator.EQ, List.of(value));
  }

  private static Filter range(String name, String value) {
    String base = name.substring(0, name.length() - 4);
    if (!NUMBERS.contains(base)) {
      throw GlanceException.badRequest("Unable to filter on a range of '" + base + "'.");
    }
    String digits = value.strip();
    if (!INTEGER.matcher(digits).matches()) {
      throw GlanceException.badRequest("Unable to filter on a range with a non-numeric value.");
    }
    Operator operator = name.endsWith("_min") ? Operator.GTE : Operator.LTE;
    return new Filter(base, false, operator, List.of(clamped(new BigInteger(digits))));
  }

  /** A number beyond the column's range compares like its end. */
  private static String clamped(BigInteger number) {
    BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
    return number.min(most).max(most.negate()).toString();
  }

  /** What is no whole number equals none; Glance lets the database guess. */
  private static Filter number(String name, String value) {
    Matcher whole = WHOLE.matcher(value.strip());
    return whole.matches()
        ? new Filter(name, false, Operator.EQ, List.of(clamped(new BigInteger(whole.group(1)))))
        : new Filter(name, false, Operator.IN, List.of());
  }

  private static Filter time(String name, String value) {
    Operation operation = Operation.of(value);
    Instant time =
        IsoTime.parse(operation.operand())
            .orElseThrow(
                () ->
                    GlanceException.badRequest(
                        "Bad \""
                            + name
                            + "\" query filter format. Use ISO 8601 DateTime notation."));
    Operator operator = COMPARISONS.get(operation.name());
    if (operator == null) {
      throw GlanceException.badRequest("Unable to filter on a unknown operator.");
    }
    return new Filter(name, false, operator, List.of(time.toString()));
  }

  private static Filter text(String name, String value) {
    Operation operation = Operation.of(value);
    return switch (operation.name()) {
      case "in" -> new Filter(name, false, Operator.IN, InList.parse(operation.operand()));
      case "eq" -> new Filter(name, false, Operator.EQ, List.of(operation.operand()));
      default ->
          throw GlanceException.badRequest(
              "Unable to filter by unknown operator '" + operation.name() + "'.");
    };
  }

  /** {@code name:operand}; a time has colons too, but no operator. */
  private record Operation(String name, String operand) {
    static Operation of(String expression) {
      int colon = expression.indexOf(':');
      Optional<Instant> time = colon < 0 ? Optional.empty() : IsoTime.parse(expression);
      return colon < 0 || time.isPresent()
          ? new Operation("eq", expression)
          : new Operation(expression.substring(0, colon), expression.substring(colon + 1));
    }
  }
}
