package io.glance.registry.operator;

import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageQuery.Sort;
import io.glance.model.image.ImageQuery.SortKey;
import io.glance.registry.operator.ListQuery.Access;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Query strings of the registry's v1 API. A parameter given twice counts as its last; unknown ones
 * are ignored.
 *
 * <p>Source: glance 18.0.0, glance/registry/api/v1/images.py and the conditions of
 * glance/db/sqlalchemy/api.py.
 */
final class ListQueryParser {
  private static final List<String> TEXTS =
      List.of("name", "status", "container_format", "disk_format");
  private static final String PROPERTY = "property-";
  private static final Set<String> TRUE_WORDS = Set.of("1", "t", "true", "on", "y", "yes");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}");
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");

  private final Map<String, String> given = new LinkedHashMap<>();
  private final boolean admin;

  private ListQueryParser(MultivaluedMap<String, String> parameters, boolean admin) {
    parameters.forEach((name, values) -> given.put(name, values.get(values.size() - 1)));
    this.admin = admin;
  }

  /**
   * Parses a query string.
   *
   * @param defaultLimit where it has no limit
   * @param maxLimit no page is longer
   * @throws GlanceException BAD_REQUEST with the reason
   */
  static ListQuery parse(
      MultivaluedMap<String, String> parameters, boolean admin, int defaultLimit, int maxLimit) {
    ListQueryParser parser = new ListQueryParser(parameters, admin);
    Instant changedSince = parser.changedSince();
    return new ListQuery(
        parser.texts(),
        parser.numbers(),
        parser.number("size_min"),
        parser.number("size_max"),
        changedSince,
        parser.isProtected(),
        parser.deleted(changedSince != null),
        parser.properties(),
        parser.access(),
        parser.sort(),
        parser.marker(),
        parser.limit(defaultLimit, maxLimit));
  }

  private Map<String, List<String>> texts() {
    Map<String, List<String>> texts = new HashMap<>();
    for (String name : TEXTS) {
      String value = given.get(name);
      if (value != null) {
        texts.put(name, values(value));
      }
    }
    return texts;
  }

  /** {@code in:a,b}, {@code eq:a} or plain {@code a}. */
  private static List<String> values(String value) {
    int colon = value.indexOf(':');
    if (colon < 0) {
      return List.of(value);
    }
    String operand = value.substring(colon + 1);
    return switch (value.substring(0, colon)) {
      case "eq" -> List.of(operand);
      case "in" -> List.of(operand.split(",", -1));
      default ->
          throw GlanceException.badRequest(
              "Unable to filter by unknown operator '" + value.substring(0, colon) + "'.");
    };
  }

  private Map<String, Long> numbers() {
    Map<String, Long> numbers = new HashMap<>();
    for (String name : List.of("min_ram", "min_disk")) {
      Long value = number(name);
      if (value != null) {
        numbers.put(name, value);
      }
    }
    return numbers;
  }

  private @Nullable Long number(String name) {
    String value = given.get(name);
    if (value == null) {
      return null;
    }
    try {
      return Long.valueOf(value.strip());
    } catch (NumberFormatException e) {
      throw GlanceException.badRequest("Unable to filter " + name + " by a non-numeric value.");
    }
  }

  private @Nullable Instant changedSince() {
    String value = given.get("changes-since");
    if (value == null) {
      return null;
    }
    // A plus of a time zone arrives as a blank where the client did not encode it.
    String text = value.strip().replaceFirst(" (?=\\d{2}:?\\d{2}$)", "+").replace(' ', 'T');
    try {
      if (text.length() <= 10) {
        return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
          ? OffsetDateTime.parse(text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw GlanceException.badRequest("Unrecognized changes-since value");
    }
  }

  private @Nullable Boolean isProtected() {
    String value = given.get("protected");
    if (value == null) {
      return null;
    }
    Boolean flag = flag(value);
    if (flag == null) {
      throw GlanceException.badRequest("protected must be True, or False");
    }
    return flag;
  }

  private @Nullable Boolean deleted(boolean sinceAChange) {
    String value = given.get("deleted");
    if (admin && value != null) {
      return TRUE_WORDS.contains(value.strip().toLowerCase(Locale.ROOT));
    }
    return sinceAChange ? null : Boolean.FALSE;
  }

  private Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          if (name.startsWith(PROPERTY)) {
            properties.put(name.substring(PROPERTY.length()), value);
          }
        });
    if (properties.size() > 50) {
      throw GlanceException.badRequest("More than 50 properties to filter by.");
    }
    return properties;
  }

  private Access access() {
    String value = given.get("is_public");
    if (!admin || value == null) {
      return Access.AS_USER;
    }
    if (value.toLowerCase(Locale.ROOT).equals("none")) {
      return Access.ALL;
    }
    Boolean flag = flag(value);
    if (flag == null) {
      throw GlanceException.badRequest("is_public must be None, True, or False");
    }
    return flag ? Access.AS_USER : Access.NOT_PUBLIC;
  }

  private static @Nullable Boolean flag(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Boolean.TRUE;
      case "false", "0" -> Boolean.FALSE;
      default -> null;
    };
  }

  private Sort sort() {
    String direction = given.getOrDefault("sort_dir", "desc");
    if (!direction.equals("asc") && !direction.equals("desc")) {
      throw GlanceException.badRequest("Unsupported sort_dir. Acceptable values: asc, desc");
    }
    String name = given.getOrDefault("sort_key", "created_at");
    for (SortKey key : SortKey.values()) {
      if (key.name().toLowerCase(Locale.ROOT).equals(name)) {
        return new Sort(key, direction.equals("desc"));
      }
    }
    throw GlanceException.badRequest(
        "Unsupported sort_key. Acceptable values: name, status, container_format, disk_format,"
            + " size, id, created_at, updated_at");
  }

  private @Nullable String marker() {
    String marker = given.get("marker");
    if (marker == null || marker.isEmpty()) {
      return null;
    }
    if (!UUID.matcher(marker).matches()) {
      throw GlanceException.badRequest("Invalid marker format");
    }
    return marker;
  }

  private int limit(int defaultLimit, int maxLimit) {
    String value = given.getOrDefault("limit", Integer.toString(defaultLimit)).strip();
    if (!INTEGER.matcher(value).matches()) {
      throw GlanceException.badRequest("limit param must be an integer");
    }
    if (value.startsWith("-") && !value.matches("-0+")) {
      throw GlanceException.badRequest("limit param must be positive");
    }
    String digits = value.replaceFirst("^[+-]?0*(?=\\d)", "");
    return digits.length() > 9 ? maxLimit : Math.min(Integer.parseInt(digits), maxLimit);
  }
}
