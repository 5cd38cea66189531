package io.glance.registry.manage;

import static io.glance.registry.manage.MetadefLoader.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one namespace and what it holds into the metadef tables (DB-10 to DB-15). */
final class MetadefRows {
  private static final String NOW = "UTC_TIMESTAMP()";

  private final Connection connection;
  private final ObjectMapper json;
  private final MetadefLoader.Mode mode;

  MetadefRows(Connection connection, ObjectMapper json, MetadefLoader.Mode mode) {
    this.connection = connection;
    this.json = json;
    this.mode = mode;
  }

  void store(JsonNode file) throws SQLException {
    String name = text(file, "namespace");
    if (name == null) {
      throw new IllegalArgumentException("no namespace");
    }
    Long namespace = id("SELECT id FROM metadef_namespaces WHERE namespace = ?", name);
    if (namespace != null && mode.overwrite()) {
      drop(namespace);
      namespace = null;
    }
    if (namespace == null) {
      namespace = insertNamespace(file, name);
    } else if (!mode.merge()) {
      return;
    } else if (mode.preferNew()) {
      run(
          "UPDATE metadef_namespaces SET display_name = ?, description = ?, visibility = ?,"
              + " protected = ?, owner = ?, updated_at = "
              + NOW
              + " WHERE id = ?",
          text(file, "display_name"),
          text(file, "description"),
          text(file, "visibility"),
          flag(file),
          owner(file),
          namespace);
    }
    for (JsonNode type : file.path("resource_type_associations")) {
      associate(namespace, type);
    }
    for (Map.Entry<String, JsonNode> property : file.path("properties").properties()) {
      String schema = write(property.getValue());
      put("metadef_properties", namespace, property.getKey(), Map.of("json_schema", schema));
    }
    for (JsonNode object : file.path("objects")) {
      putObject(namespace, object);
    }
    for (JsonNode tag : file.path("tags")) {
      put("metadef_tags", namespace, required(tag), Map.of());
    }
  }

  private long insertNamespace(JsonNode file, String name) throws SQLException {
    run(
        "INSERT INTO metadef_namespaces (namespace, display_name, description, visibility,"
            + " protected, owner, created_at) VALUES (?,?,?,?,?,?,"
            + NOW
            + ")",
        name,
        text(file, "display_name"),
        text(file, "description"),
        text(file, "visibility"),
        flag(file),
        owner(file));
    return known("SELECT id FROM metadef_namespaces WHERE namespace = ?", name);
  }

  private void associate(long namespace, JsonNode type) throws SQLException {
    String name = required(type);
    String byName = "SELECT id FROM metadef_resource_types WHERE name = ?";
    if (id(byName, name) == null) {
      run(
          "INSERT INTO metadef_resource_types (name, protected, created_at) VALUES (?, 1, "
              + NOW
              + ")",
          name);
    }
    long typeId = known(byName, name);
    Long known =
        id(
            "SELECT 1 FROM metadef_namespace_resource_types"
                + " WHERE namespace_id = ? AND resource_type_id = ?",
            namespace,
            typeId);
    String target = text(type, "properties_target");
    String prefix = text(type, "prefix");
    if (known == null) {
      run(
          "INSERT INTO metadef_namespace_resource_types (properties_target, prefix, namespace_id,"
              + " resource_type_id, created_at) VALUES (?,?,?,?,"
              + NOW
              + ")",
          target,
          prefix,
          namespace,
          typeId);
    } else if (mode.preferNew()) {
      run(
          "UPDATE metadef_namespace_resource_types SET properties_target = ?, prefix = ?,"
              + " updated_at = "
              + NOW
              + " WHERE namespace_id = ? AND resource_type_id = ?",
          target,
          prefix,
          namespace,
          typeId);
    }
  }

  private void putObject(long namespace, JsonNode object) throws SQLException {
    String description = text(object, "description");
    String schema = write(object.path("properties"));
    put(
        "metadef_objects",
        namespace,
        required(object),
        description == null
            ? Map.of("json_schema", schema)
            : Map.of("json_schema", schema, "description", description));
  }

  /** Adds a named row of a namespace, or overwrites it where files win. */
  private void put(String table, long namespace, String name, Map<String, String> columns)
      throws SQLException {
    List<String> names = List.copyOf(columns.keySet());
    @Nullable Object[] values = new @Nullable Object[names.size() + 2];
    for (int index = 0; index < names.size(); index++) {
      values[index] = columns.get(names.get(index));
    }
    values[names.size()] = namespace;
    values[names.size() + 1] = name;
    Long row =
        id("SELECT id FROM " + table + " WHERE namespace_id = ? AND name = ?", namespace, name);
    StringBuilder sql = new StringBuilder();
    if (row == null) {
      sql.append("INSERT INTO ").append(table).append(" SET ");
      names.forEach(column -> sql.append(column).append(" = ?, "));
      sql.append("namespace_id = ?, name = ?, created_at = " + NOW);
    } else if (mode.preferNew()) {
      sql.append("UPDATE ").append(table).append(" SET ");
      names.forEach(column -> sql.append(column).append(" = ?, "));
      sql.append("updated_at = " + NOW + " WHERE namespace_id = ? AND name = ?");
    } else {
      return;
    }
    run(sql.toString(), values);
  }

  private void drop(long namespace) throws SQLException {
    for (String table :
        List.of(
            "metadef_properties",
            "metadef_objects",
            "metadef_tags",
            "metadef_namespace_resource_types")) {
      run("DELETE FROM " + table + " WHERE namespace_id = ?", namespace);
    }
    run("DELETE FROM metadef_namespaces WHERE id = ?", namespace);
  }

  private static String required(JsonNode object) {
    String name = text(object, "name");
    if (name == null) {
      throw new IllegalArgumentException("an entry without a name");
    }
    return name;
  }

  private static String owner(JsonNode file) {
    String owner = text(file, "owner");
    return owner == null ? "admin" : owner;
  }

  private static @Nullable Integer flag(JsonNode file) {
    JsonNode value = file.get("protected");
    return value == null || value.isNull() ? null : value.asBoolean() ? 1 : 0;
  }

  private String write(JsonNode value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("unwritable JSON", e);
    }
  }

  private long known(String sql, Object... values) throws SQLException {
    Long found = id(sql, values);
    if (found == null) {
      throw new SQLException("a row just written is missing");
    }
    return found;
  }

  private @Nullable Long id(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : null;
    }
  }

  private void run(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values)) {
      statement.executeUpdate();
    }
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int index = 0; index < values.length; index++) {
      statement.setObject(index + 1, values[index]);
    }
    return statement;
  }
}
