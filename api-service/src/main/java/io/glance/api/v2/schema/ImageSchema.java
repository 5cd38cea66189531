package io.glance.api.v2.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.glance.kit.config.SettingsException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schema of an image: Glance's own properties, the configured formats, and what {@code
 * schema-image.json} adds (SCH-01 to SCH-03, SCH-16).
 */
public final class ImageSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode document;
  private final Set<String> custom;
  private final List<String> containerFormats;
  private final List<String> diskFormats;

  ImageSchema(
      ObjectNode base,
      JsonNode extension,
      List<String> containerFormats,
      List<String> diskFormats) {
    this.containerFormats = List.copyOf(containerFormats);
    this.diskFormats = List.copyOf(diskFormats);
    this.document = base;
    offer("container_format", containerFormats);
    offer("disk_format", diskFormats);
    this.custom = extend(extension);
  }

  /** The document that clients get. Not to be changed. */
  public ObjectNode document() {
    return document;
  }

  /** The document of a list of images. */
  public ObjectNode listDocument() {
    ObjectNode list = JSON.createObjectNode();
    list.put("name", "images");
    ObjectNode properties = list.putObject("properties");
    properties.putObject("images").put("type", "array").set("items", document);
    for (String text : List.of("first", "next", "schema")) {
      properties.putObject(text).put("type", "string");
    }
    ArrayNode links = list.putArray("links");
    links.addObject().put("rel", "first").put("href", "{first}");
    links.addObject().put("rel", "next").put("href", "{next}");
    links.addObject().put("rel", "describedby").put("href", "{schema}");
    return list;
  }

  /** The configured container formats in order, without null. */
  public List<String> containerFormats() {
    return containerFormats;
  }

  /** The configured disk formats in order, without null. */
  public List<String> diskFormats() {
    return diskFormats;
  }

  /** Whether a name is one of Glance's own properties, not an extra one. */
  public boolean isBase(String property) {
    return properties().has(property) && !custom.contains(property);
  }

  /** Whether clients may not set the property. */
  public boolean isReadOnly(String property) {
    return properties().path(property).path("readOnly").asBoolean();
  }

  /** The extra properties that {@code schema-image.json} describes. */
  public Set<String> customProperties() {
    return custom;
  }

  /**
   * Checks attributes of an image, as many as are given. Properties that the schema doesn't know
   * must be strings.
   *
   * @throws io.glance.model.error.GlanceException BAD_REQUEST for the first that doesn't fit
   */
  public void validate(JsonNode attributes) {
    new SchemaCheck("image", document).checkProperties(attributes);
  }

  /**
   * Checks a whole new image: {@link #validate} and what must be there.
   *
   * @throws io.glance.model.error.GlanceException BAD_REQUEST
   */
  public void validateNew(JsonNode image) {
    new SchemaCheck("image", document).check(image);
  }

  private ObjectNode properties() {
    return (ObjectNode) document.get("properties");
  }

  private void offer(String property, List<String> formats) {
    ArrayNode values = ((ObjectNode) properties().get(property)).putArray("enum");
    values.addNull();
    formats.forEach(values::add);
  }

  private Set<String> extend(JsonNode extension) {
    JsonNode added = extension;
    if (isExtendedForm(extension)) {
      added = extension.get("properties");
      if (extension.path("required").isArray() && !extension.get("required").isEmpty()) {
        document.set("required", extension.get("required"));
      }
    }
    Set<String> names = new LinkedHashSet<>();
    for (Map.Entry<String, JsonNode> property : added.properties()) {
      if (properties().has(property.getKey())) {
        throw new SettingsException(
            "schema-image.json: " + property.getKey() + " is a property of every image");
      }
      if (!(property.getValue() instanceof ObjectNode description)) {
        throw new SettingsException("schema-image.json: " + property.getKey() + " is no object");
      }
      properties().set(property.getKey(), description.deepCopy().put("is_base", false));
      names.add(property.getKey());
    }
    return Set.copyOf(names);
  }

  /** {@code {"properties": {…}, "required": […]}} instead of the properties alone. */
  private static boolean isExtendedForm(JsonNode extension) {
    JsonNode properties = extension.path("properties");
    return properties.isObject() && !properties.path("type").isTextual();
  }
}
