package io.glance.api.v2.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.model.error.GlanceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Checks a value against the part of JSON Schema that Glance's schemas use: type, enum, minLength,
 * maxLength, pattern, items, properties, required, additionalProperties.
 *
 * <p>The texts are those of Python's jsonschema, which Glance shows to clients.
 */
final class SchemaCheck {
  private final String name;
  private final JsonNode root;

  /**
   * A check.
   *
   * @param name of the schema, for the text
   */
  SchemaCheck(String name, JsonNode root) {
    this.name = name;
    this.root = root;
  }

  /** Checks a value against the whole schema. */
  void check(JsonNode value) {
    check(value, root, "schema");
  }

  /** Checks the members of an object, but not whether all that are required are there. */
  void checkProperties(JsonNode value) {
    properties(value, root, "schema");
  }

  private void check(JsonNode value, JsonNode schema, String path) {
    type(value, schema, path);
    choice(value, schema, path);
    if (value.isTextual()) {
      text(value.textValue(), schema, path);
    }
    if (value.isArray() && schema.has("items")) {
      for (JsonNode item : value) {
        check(item, schema.get("items"), path + "['items']");
      }
    }
    if (value.isObject()) {
      for (JsonNode required : schema.path("required")) {
        if (!value.has(required.asText())) {
          throw refuse(PythonText.of(required) + " is a required property", "required", path);
        }
      }
      properties(value, schema, path);
    }
  }

  private void properties(JsonNode value, JsonNode schema, String path) {
    JsonNode known = schema.path("properties");
    JsonNode others = schema.path("additionalProperties");
    for (Map.Entry<String, JsonNode> property : known.properties()) {
      JsonNode member = value.get(property.getKey());
      if (member != null) {
        check(member, property.getValue(), path + "['properties']['" + property.getKey() + "']");
      }
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      if (known.has(member.getKey())) {
        continue;
      }
      if (others.isObject()) {
        check(member.getValue(), others, path + "['additionalProperties']");
      } else if (others.isBoolean() && !others.booleanValue()) {
        throw refuse(
            "Additional properties are not allowed ("
                + PythonText.quoted(member.getKey())
                + " was unexpected)",
            "additionalProperties",
            path);
      }
    }
  }

  private void type(JsonNode value, JsonNode schema, String path) {
    JsonNode type = schema.path("type");
    if (type.isMissingNode()) {
      return;
    }
    List<String> allowed = new ArrayList<>();
    if (type.isArray()) {
      type.forEach(each -> allowed.add(each.asText()));
    } else {
      allowed.add(type.asText());
    }
    if (allowed.stream().noneMatch(each -> isOf(value, each))) {
      String types = allowed.stream().map(PythonText::quoted).collect(Collectors.joining(", "));
      throw refuse(PythonText.of(value) + " is not of type " + types, "type", path);
    }
  }

  private static boolean isOf(JsonNode value, String type) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "null" -> value.isNull();
      case "boolean" -> value.isBoolean();
      case "integer" ->
          value.isIntegralNumber()
              || (value.isFloatingPointNumber()
                  && Math.rint(value.doubleValue()) == value.doubleValue());
      case "number" -> value.isNumber();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> true;
    };
  }

  private void choice(JsonNode value, JsonNode schema, String path) {
    JsonNode choices = schema.path("enum");
    if (choices.isMissingNode()) {
      return;
    }
    for (JsonNode choice : choices) {
      if (choice.equals(value)) {
        return;
      }
    }
    throw refuse(PythonText.of(value) + " is not one of " + PythonText.of(choices), "enum", path);
  }

  private void text(String text, JsonNode schema, String path) {
    int length = text.codePointCount(0, text.length());
    if (schema.has("maxLength") && length > schema.get("maxLength").intValue()) {
      throw refuse(PythonText.quoted(text) + " is too long", "maxLength", path);
    }
    if (schema.has("minLength") && length < schema.get("minLength").intValue()) {
      throw refuse(PythonText.quoted(text) + " is too short", "minLength", path);
    }
    if (schema.has("pattern")) {
      String pattern = schema.get("pattern").asText();
      if (!Pattern.compile(pattern).matcher(text).find()) {
        throw refuse(
            PythonText.quoted(text) + " does not match " + PythonText.quoted(pattern),
            "pattern",
            path);
      }
    }
  }

  private GlanceException refuse(String problem, String keyword, String path) {
    return GlanceException.badRequest(
        "Provided object does not match schema '"
            + name
            + "': "
            + problem
            + "\n\nFailed validating '"
            + keyword
            + "' in "
            + path);
  }
}
