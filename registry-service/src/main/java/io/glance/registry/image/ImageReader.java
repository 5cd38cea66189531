package io.glance.registry.image;

import io.glance.model.RequestContext;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageQuery;
import io.glance.model.image.ImageQuery.Sort;
import io.glance.model.image.ImageQuery.SortKey;
import io.glance.registry.database.Database;
import io.glance.registry.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads images as records, past the entities: one query for the rows, one for all their children.
 */
@ApplicationScoped
public class ImageReader {
  private final Database database;
  private final ImageMapper mapper;

  ImageReader(Database database, ImageMapper mapper) {
    this.database = database;
    this.mapper = mapper;
  }

  /** An image that the caller may see; a deleted one is nobody's. */
  public Optional<ImageMetadata> find(RequestContext caller, String id) {
    Sql sql =
        Sql.of(
                "SELECT " + ImageMapper.COLUMNS + " FROM images i WHERE i.id = ?",
                Sql.comparable(id))
            .add(" AND i.deleted = 0 AND ")
            .add(VisibilityScope.byId(caller));
    return withChildren(database.query(sql, mapper::image)).stream().findFirst();
  }

  /** An image just written in the same transaction, by its id alone. */
  public ImageMetadata written(String id) {
    Sql sql = Sql.of("SELECT " + ImageMapper.COLUMNS + " FROM images i WHERE i.id = ?", id);
    return withChildren(database.query(sql, mapper::image)).get(0);
  }

  /** A page of images. */
  List<ImageMetadata> list(RequestContext caller, ImageQuery query) {
    List<@Nullable Object> marker = null;
    String markerId = query.marker();
    if (markerId != null) {
      marker = marker(caller, query, markerId);
    }
    if (query.limit() == 0) {
      return List.of();
    }
    Sql page = ImageQueryBuilder.page(ImageMapper.COLUMNS, caller, query, marker);
    return withChildren(database.query(page, mapper::image));
  }

  private List<@Nullable Object> marker(RequestContext caller, ImageQuery query, String id) {
    List<Sort> order = ImageQueryBuilder.order(query);
    return database
        .query(ImageQueryBuilder.marker(caller, query, id), row -> sortValues(row, order))
        .stream()
        .findFirst()
        .orElseThrow(
            () -> GlanceException.badRequest("Invalid marker: image " + id + " not found."));
  }

  private static List<@Nullable Object> sortValues(ResultSet row, List<Sort> order)
      throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int index = 0; index < order.size(); index++) {
      SortKey key = order.get(index).key();
      boolean isTime = key == SortKey.CREATED_AT || key == SortKey.UPDATED_AT;
      values.add(isTime ? row.getObject(index + 1, LocalDateTime.class) : row.getObject(index + 1));
    }
    return values;
  }

  private List<ImageMetadata> withChildren(List<ImageMetadata> images) {
    if (images.isEmpty()) {
      return images;
    }
    Map<String, ImageChildren> children =
        ImageChildren.read(database, mapper, images.stream().map(ImageMetadata::id).toList());
    return images.stream()
        .map(
            image -> {
              ImageChildren own = children.getOrDefault(image.id(), ImageChildren.NONE);
              return mapper.withChildren(image, own.properties(), own.tags(), own.locations());
            })
        .toList();
  }
}
