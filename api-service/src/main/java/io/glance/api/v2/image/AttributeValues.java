package io.glance.api.v2.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.glance.api.image.AttributeNames;
import io.glance.api.v2.schema.ImageSchema;
import io.glance.model.error.GlanceException;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attributes of an image from JSON: checked against its schema and what the tables hold. */
@Singleton
class AttributeValues {
  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  private final ImageSchema schema;

  AttributeValues(ImageSchema schema) {
    this.schema = schema;
  }

  /** Checks a whole new image against the schema (IMG-12). */
  void validateNew(JsonNode image) {
    schema.validateNew(image);
  }

  /** Checks one attribute against the schema. */
  void validate(String name, JsonNode value) {
    ObjectNode partial = JsonNodeFactory.instance.objectNode();
    partial.set(name, value);
    schema.validate(partial);
  }

  /**
   * The value of an attribute that fits the schema.
   *
   * @return String, Integer, Boolean, list of String, or null
   * @throws GlanceException BAD_REQUEST for what the column can't hold
   */
  @Nullable Object of(String name, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (value.isNumber()) {
      return number(name, value);
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isArray()) {
      return tags(value);
    }
    String text = value.asText();
    if (AttributeNames.attribute(name) == null) {
      Texts.requireProperty(name, text);
    } else {
      Texts.requireStorable(name, text);
    }
    return text;
  }

  /** Tags without duplicates (IMG-19). */
  static List<String> tags(JsonNode array) {
    Set<String> tags = new LinkedHashSet<>();
    for (JsonNode tag : array) {
      Texts.requireStorable("tags", tag.asText());
      tags.add(tag.asText());
    }
    return List.copyOf(tags);
  }

  private static int number(String name, JsonNode value) {
    if (value.isDouble() && Double.isInfinite(value.doubleValue())) {
      throw outOfRange(name);
    }
    BigInteger number = value.decimalValue().toBigInteger();
    if (number.signum() < 0) {
      throw GlanceException.badRequest(
          "Invalid value '"
              + value.asText()
              + "' for parameter '"
              + name
              + "': Cannot be a negative value");
    }
    if (number.compareTo(MOST) > 0) {
      throw outOfRange(name);
    }
    return number.intValue();
  }

  private static GlanceException outOfRange(String name) {
    return GlanceException.badRequest(
        "'" + name + "' value out of range, must not exceed " + MOST + ".");
  }
}
