package io.glance.registry.image;

import io.glance.model.image.Location;
import io.glance.registry.database.Database;
import io.glance.registry.database.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The live properties, tags and locations of one image, each in the order of its rows. */
record ImageChildren(Map<String, String> properties, List<String> tags, List<Location> locations) {
  static final ImageChildren NONE = new ImageChildren(Map.of(), List.of(), List.of());

  /** The children of images by image id, in one query. Images without any are missing. */
  static Map<String, ImageChildren> read(
      Database database, ImageMapper mapper, List<String> imageIds) {
    Sql sql =
        Sql.of("SELECT 1, image_id, id, name, value, NULL FROM image_properties WHERE image_id IN ")
            .addList(imageIds)
            .add(" AND deleted = 0 UNION ALL SELECT 2, image_id, id, value, NULL, NULL")
            .add(" FROM image_tags WHERE image_id IN ")
            .addList(imageIds)
            .add(" AND deleted = 0 UNION ALL SELECT 3, image_id, id, status, value, meta_data")
            .add(" FROM image_locations WHERE image_id IN ")
            .addList(imageIds)
            .add(" AND deleted = 0");
    List<Child> rows =
        database.query(
            sql,
            row ->
                new Child(
                    row.getInt(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6)));
    rows.sort(Comparator.comparingLong(Child::id));
    Map<String, ImageChildren> children = new HashMap<>();
    for (Child row : rows) {
      ImageChildren own = children.computeIfAbsent(row.imageId(), id -> empty());
      switch (row.kind()) {
        case 1 -> own.properties().put(row.first(), row.second() == null ? "" : row.second());
        case 2 -> own.tags().add(row.first());
        default -> own.locations().add(row.asLocation(mapper));
      }
    }
    return children;
  }

  private static ImageChildren empty() {
    return new ImageChildren(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
  }

  /** A row of any of the three tables. */
  private record Child(
      int kind,
      String imageId,
      long id,
      String first,
      @Nullable String second,
      @Nullable String third) {
    Location asLocation(ImageMapper mapper) {
      return mapper.location(id, second == null ? "" : second, third, first);
    }
  }
}
