package io.glance.registry.operator;

import io.glance.kit.config.GlanceSettings;
import io.glance.model.RequestContext;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageQuery.Sort;
import io.glance.model.image.ImageQuery.SortKey;
import io.glance.registry.database.Database;
import io.glance.registry.database.Sql;
import io.glance.registry.image.ImageMapper;
import io.glance.registry.operator.FullImage.LocationData;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads images for operators. */
@Singleton
class OperatorImages {
  private final Database database;
  private final ImageMapper mapper;
  private final int defaultLimit;
  private final int maxLimit;

  OperatorImages(Database database, ImageMapper mapper, GlanceSettings settings) {
    this.database = database;
    this.mapper = mapper;
    this.defaultLimit = Math.toIntExact(settings.integer("DEFAULT", "limit_param_default"));
    this.maxLimit = Math.toIntExact(settings.integer("DEFAULT", "api_limit_max"));
  }

  /** A page without properties and locations. */
  List<FullImage> brief(RequestContext caller, MultivaluedMap<String, String> parameters) {
    ListQuery query = ListQueryParser.parse(parameters, caller.isAdmin(), defaultLimit, maxLimit);
    String markerId = query.marker();
    List<@Nullable Object> marker = markerId == null ? null : marker(caller, query, markerId);
    Sql page = OperatorSql.page(FullImageMapper.COLUMNS, caller, query, marker);
    return query.limit() == 0 ? List.of() : database.query(page, FullImageMapper::image);
  }

  /** A page with everything. */
  List<FullImage> detail(RequestContext caller, MultivaluedMap<String, String> parameters) {
    return withChildren(caller, brief(caller, parameters));
  }

  /** One image; administrators see deleted ones (REG-05). */
  FullImage get(RequestContext caller, String id) {
    Sql sql = OperatorSql.one(FullImageMapper.COLUMNS, caller, id, caller.isAdmin());
    return withChildren(caller, database.query(sql, FullImageMapper::image)).stream()
        .findFirst()
        .orElseThrow(OperatorImages::notFound);
  }

  static GlanceException notFound() {
    return GlanceException.notFound("The resource could not be found.");
  }

  private List<@Nullable Object> marker(RequestContext caller, ListQuery query, String id) {
    return database
        .query(OperatorSql.marker(caller, query, id), row -> values(row, OperatorSql.order(query)))
        .stream()
        .findFirst()
        .orElseThrow(() -> GlanceException.badRequest("Invalid marker. Image could not be found."));
  }

  private static List<@Nullable Object> values(ResultSet row, List<Sort> order)
      throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int index = 0; index < order.size(); index++) {
      SortKey key = order.get(index).key();
      boolean isTime = key == SortKey.CREATED_AT || key == SortKey.UPDATED_AT;
      values.add(isTime ? row.getObject(index + 1, LocalDateTime.class) : row.getObject(index + 1));
    }
    return values;
  }

  private List<FullImage> withChildren(RequestContext caller, List<FullImage> images) {
    if (images.isEmpty()) {
      return images;
    }
    List<String> ids = images.stream().map(FullImage::id).toList();
    Map<String, Map<String, @Nullable String>> properties = properties(ids);
    // A location may carry a store's credentials.
    Map<String, List<LocationData>> locations = caller.isAdmin() ? locations(ids) : Map.of();
    return images.stream()
        .map(
            image ->
                image.with(
                    properties.getOrDefault(image.id(), Map.of()),
                    locations.getOrDefault(image.id(), List.of())))
        .toList();
  }

  private Map<String, Map<String, @Nullable String>> properties(List<String> ids) {
    Map<String, Map<String, @Nullable String>> properties = new HashMap<>();
    database.query(
        Sql.of("SELECT image_id, name, value FROM image_properties WHERE deleted = 0")
            .add(" AND image_id IN ")
            .addList(ids)
            .add(" ORDER BY id"),
        row ->
            properties
                .computeIfAbsent(row.getString(1), id -> new LinkedHashMap<>())
                .put(row.getString(2), row.getString(3)));
    return properties;
  }

  private Map<String, List<LocationData>> locations(List<String> ids) {
    Map<String, List<LocationData>> locations = new HashMap<>();
    database.query(
        Sql.of("SELECT image_id, id, value, meta_data, status FROM image_locations")
            .add(" WHERE deleted = 0 AND image_id IN ")
            .addList(ids)
            .add(" ORDER BY id"),
        row ->
            locations
                .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                .add(
                    new LocationData(
                        row.getLong(2),
                        row.getString(3),
                        mapper.readObject(row.getString(4)),
                        row.getString(5))));
    return locations;
  }
}
