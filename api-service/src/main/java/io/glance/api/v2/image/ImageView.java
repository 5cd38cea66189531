package io.glance.api.v2.image;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.glance.api.auth.CallerContext;
import io.glance.api.image.LocationDisclosure;
import io.glance.api.image.LocationDisclosure.Shown;
import io.glance.api.v2.schema.ImageSchema;
import io.glance.kit.http.PythonJson;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.Location;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An image as clients see it, key by key in Glance's order (IMG-01 to IMG-08). Written straight to
 * bytes: nothing is asked more often.
 */
@Singleton
class ImageView {
  private static final Set<String> HIDDEN =
      Set.of("os_glance_stage_host", "os_glance_hash_op_host");
  private static final int TYPICAL_SIZE = 1536;

  private final LocationDisclosure disclosure;
  private final CallerContext callers;
  private final Set<String> base = new HashSet<>();
  private final Set<String> nullable = new HashSet<>();

  ImageView(LocationDisclosure disclosure, CallerContext callers, ImageSchema schema) {
    this.disclosure = disclosure;
    this.callers = callers;
    for (Map.Entry<String, JsonNode> property : schema.document().get("properties").properties()) {
      String name = property.getKey();
      if (schema.isBase(name)) {
        base.add(name);
      } else if (mayBeNull(property.getValue())) {
        nullable.add(name);
      }
    }
  }

  /** One image. */
  byte[] bytes(ImageMetadata image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_SIZE);
    try (JsonGenerator json = PythonJson.generator(out)) {
      write(json, image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * A page of images.
   *
   * @param next link of the next page, null without one
   */
  byte[] bytes(List<ImageMetadata> images, String first, @Nullable String next) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(TYPICAL_SIZE * (images.size() + 1));
    try (JsonGenerator json = PythonJson.generator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("images");
      for (ImageMetadata image : images) {
        write(json, image);
      }
      json.writeEndArray();
      json.writeStringField("first", first);
      json.writeStringField("schema", "/v2/schemas/images");
      if (next != null) {
        json.writeStringField("next", next);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void write(JsonGenerator json, ImageMetadata image) throws IOException {
    Shown shown = disclosure.of(image, callers.get());
    json.writeStartObject();
    writeProperties(json, image.properties());
    writeText(json, "name", image.name());
    writeText(json, "disk_format", image.diskFormat());
    writeText(json, "container_format", image.containerFormat());
    json.writeStringField("visibility", image.visibility().wireName());
    writeNumber(json, "size", image.size());
    writeNumber(json, "virtual_size", image.virtualSize());
    json.writeStringField("status", image.status().wireName());
    writeText(json, "checksum", image.checksum());
    json.writeBooleanField("protected", image.isProtected());
    json.writeNumberField("min_ram", image.minRam());
    json.writeNumberField("min_disk", image.minDisk());
    writeText(json, "owner", image.owner());
    json.writeBooleanField("os_hidden", image.hidden());
    writeText(json, "os_hash_algo", image.osHashAlgo());
    writeText(json, "os_hash_value", image.osHashValue());
    json.writeStringField("id", image.id());
    json.writeStringField("created_at", WireTime.of(image.createdAt()));
    json.writeStringField("updated_at", WireTime.of(image.updatedAt()));
    writeLocations(json, shown);
    json.writeArrayFieldStart("tags");
    for (String tag : image.tags()) {
      json.writeString(tag);
    }
    json.writeEndArray();
    String self = "/v2/images/" + image.id();
    json.writeStringField("self", self);
    json.writeStringField("file", self + "/file");
    json.writeStringField("schema", "/v2/schemas/image");
    if (shown.stores() != null) {
      json.writeStringField("stores", shown.stores());
    }
    json.writeEndObject();
  }

  private void writeProperties(JsonGenerator json, Map<String, String> properties)
      throws IOException {
    for (Map.Entry<String, String> property : properties.entrySet()) {
      String name = property.getKey();
      if (base.contains(name) || HIDDEN.contains(name)) {
        continue;
      }
      String value = property.getValue();
      // The empty text stands for null in the registry; only these may be null for clients.
      if (value.isEmpty() && nullable.contains(name)) {
        json.writeNullField(name);
      } else {
        json.writeStringField(name, value);
      }
    }
  }

  private static void writeLocations(JsonGenerator json, Shown shown) throws IOException {
    List<Location> locations = shown.locations();
    if (locations != null) {
      json.writeArrayFieldStart("locations");
      for (Location location : locations) {
        json.writeStartObject();
        json.writeStringField("url", location.url());
        json.writePOJOField("metadata", location.metadata());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    if (shown.directUrl() != null) {
      json.writeStringField("direct_url", shown.directUrl());
    }
  }

  private static void writeText(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    json.writeFieldName(name);
    json.writeString(value);
  }

  private static void writeNumber(JsonGenerator json, String name, @Nullable Long value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }

  private static boolean mayBeNull(JsonNode description) {
    for (JsonNode type : description.path("type")) {
      if (type.asText().equals("null")) {
        return true;
      }
    }
    return false;
  }
}
