package io.glance.registry.manage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.registry.schema.SchemaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads metadata definitions from JSON files (CMD-05): a file holds one namespace; each is one
 * transaction. Loading the same files again changes nothing. Source: glance/db/sqlalchemy/
 * metadata.py.
 */
final class MetadefLoader {
  private final ObjectMapper json = new ObjectMapper();
  private final Connection connection;
  private final Mode mode;

  MetadefLoader(Connection connection, Mode mode) {
    this.connection = connection;
    this.mode = mode;
  }

  /**
   * How to treat a namespace that exists.
   *
   * @param merge adds what it lacks
   * @param preferNew files win over rows
   * @param overwrite drops it first
   */
  record Mode(boolean merge, boolean preferNew, boolean overwrite) {}

  /** Loads a file, or the {@code *.json} of a directory; answers what was wrong with which file. */
  List<String> load(Path source) throws SQLException {
    List<Path> files = files(source);
    if (files.isEmpty()) {
      throw new SchemaException("Json schema files not found in " + source + ". Aborting.");
    }
    connection.setAutoCommit(false);
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        new MetadefRows(connection, json, mode).store(json.readTree(file.toFile()));
        connection.commit();
      } catch (IOException | IllegalArgumentException e) {
        connection.rollback();
        problems.add("Failed to load " + file.getFileName() + ": " + firstLine(e.getMessage()));
      }
    }
    return problems;
  }

  /** A member's text; null where it is missing or null. */
  static @Nullable String text(JsonNode object, String member) {
    JsonNode value = object.get(member);
    return value == null || value.isNull() ? null : value.asText();
  }

  private static List<Path> files(Path source) {
    if (Files.isRegularFile(source)) {
      return List.of(source);
    }
    try (Stream<Path> entries = Files.list(source)) {
      return entries
          .filter(each -> each.getFileName().toString().endsWith(".json"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new SchemaException("Cannot read " + source);
    }
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }
}
