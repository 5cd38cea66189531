package io.glance.api.v2.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.SettingsException;
import io.glance.kit.http.PythonJson;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The documents of {@code /v2/schemas}, built once at start. */
@Singleton
public class Schemas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXTENSION = "schema-image.json";
  private static final List<String> FIXED =
      List.of(
          "member",
          "members",
          "task",
          "tasks",
          "metadefs/namespace",
          "metadefs/namespaces",
          "metadefs/object",
          "metadefs/objects",
          "metadefs/property",
          "metadefs/properties",
          "metadefs/resource_type",
          "metadefs/resource_types",
          "metadefs/tag",
          "metadefs/tags");

  private final ImageSchema image;
  private final Map<String, byte[]> documents = new LinkedHashMap<>();

  Schemas(
      GlanceSettings settings,
      @ConfigProperty(name = "glance.schema-image-file") Optional<Path> extension,
      @ConfigProperty(name = "glance.config-file") Optional<List<Path>> configFiles) {
    image =
        new ImageSchema(
            (ObjectNode) resource("image"),
            extension(extension.orElseGet(() -> besides(configFiles.orElse(List.of())))),
            settings.list("image_format", "container_formats"),
            settings.list("image_format", "disk_formats"));
    for (String name : FIXED) {
      documents.put(name, PythonJson.ascii(resource(name)));
    }
    documents.put("image", PythonJson.ascii(image.document()));
    documents.put("images", PythonJson.ascii(image.listDocument()));
  }

  /** The schema of an image, for checks. */
  @Produces
  @Singleton
  ImageSchema image() {
    return image;
  }

  /** The document of a name such as {@code metadefs/tag}. */
  Optional<byte[]> document(String name) {
    return Optional.ofNullable(documents.get(name));
  }

  /** Glance looks for the file where its configuration is, then in its own directory. */
  private static Path besides(List<Path> configFiles) {
    return configFiles.stream()
        .map(file -> file.resolveSibling(EXTENSION))
        .filter(Files::exists)
        .findFirst()
        .orElse(Path.of("/etc/glance", EXTENSION));
  }

  /** The operator's file; where there is none, the properties that Glance ships. */
  private static JsonNode extension(Path file) {
    if (!Files.exists(file)) {
      return resource("schema-image");
    }
    try (InputStream in = Files.newInputStream(file)) {
      JsonNode extension = JSON.readTree(in);
      if (extension == null || !extension.isObject()) {
        throw new SettingsException(file + ": is not a JSON object");
      }
      return extension;
    } catch (IOException e) {
      throw new SettingsException(file + ": can't be read as JSON");
    }
  }

  private static JsonNode resource(String name) {
    try (InputStream in = Schemas.class.getResourceAsStream("/schemas/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("no schema " + name);
      }
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException("schema " + name + " can't be read", e);
    }
  }
}
