package io.glance.api.testing;

import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageQuery.Filter;
import io.glance.model.image.ImageQuery.Sort;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Order and filters of {@link FakeRegistry}: nulls first, as MySQL orders them. */
final class FakeSorting {
  private FakeSorting() {}

  static Comparator<ImageMetadata> by(List<Sort> sorts) {
    Comparator<ImageMetadata> order = (a, b) -> 0;
    for (Sort sort : sorts) {
      Comparator<ImageMetadata> next =
          Comparator.comparing(
              image -> value(image, sort.key().name().toLowerCase(Locale.ROOT)),
              Comparator.nullsFirst(FakeSorting::compare));
      order = order.thenComparing(sort.descending() ? next.reversed() : next);
    }
    return order;
  }

  static boolean holds(ImageMetadata image, Filter filter) {
    String actual =
        filter.property() ? image.properties().get(filter.key()) : value(image, filter.key());
    if (actual == null) {
      return false;
    }
    int order = filter.values().isEmpty() ? 1 : compare(actual, filter.values().get(0));
    return switch (filter.operator()) {
      case EQ -> order == 0;
      case NEQ -> order != 0;
      case GT -> order > 0;
      case GTE -> order >= 0;
      case LT -> order < 0;
      case LTE -> order <= 0;
      case IN -> filter.values().contains(actual);
    };
  }

  private static int compare(String a, String b) {
    try {
      return Long.compare(Long.parseLong(a), Long.parseLong(b));
    } catch (NumberFormatException e) {
      return a.compareTo(b);
    }
  }

  private static String value(ImageMetadata image, String column) {
    Object value =
        switch (column) {
          case "id" -> image.id();
          case "name" -> image.name();
          case "status" -> image.status().wireName();
          case "visibility" -> image.visibility().wireName();
          case "owner" -> image.owner();
          case "disk_format" -> image.diskFormat();
          case "container_format" -> image.containerFormat();
          case "size" -> image.size();
          case "virtual_size" -> image.virtualSize();
          case "min_disk" -> image.minDisk();
          case "min_ram" -> image.minRam();
          case "checksum" -> image.checksum();
          case "os_hash_algo" -> image.osHashAlgo();
          case "os_hash_value" -> image.osHashValue();
          case "protected" -> image.isProtected();
          case "created_at" -> image.createdAt();
          case "updated_at" -> image.updatedAt();
          default -> throw new IllegalArgumentException(column);
        };
    return value == null ? null : value.toString();
  }
}
