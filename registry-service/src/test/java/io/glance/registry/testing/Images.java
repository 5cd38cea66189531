package io.glance.registry.testing;

import io.glance.model.image.CreateImage;
import io.glance.model.image.ImageAttribute;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageQuery;
import io.glance.model.image.ImageQuery.Filter;
import io.glance.model.image.ImageQuery.Sort;
import io.glance.model.image.ImageQuery.SortKey;
import io.glance.model.image.UpdateImage;
import io.glance.model.image.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Commands of tests. */
public final class Images {
  private Images() {}

  public static CreateImage named(String name, String owner, Visibility visibility) {
    return create(name, owner, visibility, Map.of(), List.of());
  }

  public static CreateImage create(
      String name,
      String owner,
      Visibility visibility,
      Map<String, String> properties,
      List<String> tags) {
    return new CreateImage(
        null, name, visibility, "raw", "bare", owner, 0, 0, false, false, properties, tags);
  }

  public static UpdateImage set(Map<String, String> properties) {
    return update(Map.of(), properties, Set.of(), ImageLimits.NONE);
  }

  public static UpdateImage attributes(Map<ImageAttribute, Object> values) {
    return update(values, Map.of(), Set.of(), ImageLimits.NONE);
  }

  public static UpdateImage remove(String... names) {
    return update(Map.of(), Map.of(), Set.of(names), ImageLimits.NONE);
  }

  public static UpdateImage update(
      Map<ImageAttribute, Object> values,
      Map<String, String> set,
      Set<String> remove,
      ImageLimits limits) {
    return new UpdateImage(Set.of(), values, set, remove, null, limits);
  }

  public static UpdateImage tags(List<String> tags, ImageLimits limits) {
    return new UpdateImage(Set.of(), Map.of(), Map.of(), Set.of(), tags, limits);
  }

  public static ImageQuery all() {
    return page(List.of(new Sort(SortKey.CREATED_AT, true)), null, 100);
  }

  public static ImageQuery where(Filter... filters) {
    return new ImageQuery(List.of(filters), List.of(), null, true, null, null, newest(), null, 100);
  }

  public static ImageQuery tagged(String... tags) {
    return new ImageQuery(List.of(), List.of(tags), null, true, null, null, newest(), null, 100);
  }

  public static ImageQuery page(List<Sort> sort, String marker, int limit) {
    return new ImageQuery(List.of(), List.of(), null, false, null, false, sort, marker, limit);
  }

  private static List<Sort> newest() {
    return List.of(new Sort(SortKey.CREATED_AT, true));
  }
}
