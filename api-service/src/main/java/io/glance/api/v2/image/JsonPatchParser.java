package io.glance.api.v2.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.glance.api.image.AttributeNames;
import io.glance.api.image.ImageChange;
import io.glance.api.image.ImageChange.Action;
import io.glance.model.error.GlanceException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a PATCH in either of its two forms (rows PATCH-*): {@code
 * [{"op":…,"path":…,"value":…}]} (draft 10) and {@code [{"add":"/x","value":…}]} (draft 4).
 */
@Singleton
class JsonPatchParser {
  /** Which of the forms a body has, by its content type. */
  enum Draft {
    FOUR,
    TEN
  }

  private static final int MOST = 1000;
  private static final String AVAILABLE = "add, remove, replace";
  private static final List<String> OPERATIONS = List.of("add", "remove", "replace");
  private static final String LOCATIONS = "locations";

  private final AttributeValues values;

  JsonPatchParser(AttributeValues values) {
    this.values = values;
  }

  /**
   * The changes in order.
   *
   * @throws GlanceException BAD_REQUEST for a malformed operation or a value that doesn't fit,
   *     FORBIDDEN for an attribute that is no client's, TOO_LARGE above 1000 operations (SEC-64)
   */
  List<ImageChange> parse(JsonNode body, Draft draft) {
    if (!body.isArray()) {
      throw GlanceException.badRequest("Request body must be a JSON array of operation objects.");
    }
    if (body.size() > MOST) {
      throw GlanceException.tooLarge("A patch may have " + MOST + " operations at most.");
    }
    List<ImageChange> changes = new ArrayList<>(body.size());
    for (JsonNode raw : body) {
      if (!raw.isObject()) {
        throw GlanceException.badRequest("Operations must be JSON objects.");
      }
      changes.add(change(raw, draft));
    }
    return changes;
  }

  private ImageChange change(JsonNode raw, Draft draft) {
    Action action = Action.valueOf(operation(raw, draft));
    List<String> path = path(raw, draft, action);
    String root = path.get(0);
    int depth = root.equals(LOCATIONS) && action != Action.REPLACE ? 2 : 1;
    if (path.size() != depth) {
      throw GlanceException.badRequest(
          "Invalid JSON pointer for this resource: '/" + String.join("/", path) + "'");
    }
    JsonNode value = action == Action.REMOVE ? null : value(raw, action);
    requireOpen(root);
    if (root.equals(LOCATIONS)) {
      return locations(action, path, value);
    }
    if (value == null) {
      return new ImageChange.Remove(root);
    }
    values.validate(root, value);
    Object checked = values.of(root, value);
    if (AttributeNames.attribute(root) == null && !root.equals("tags")) {
      Texts.requirePropertyName(root);
    }
    return action == Action.ADD
        ? new ImageChange.Add(root, checked, draft == Draft.TEN)
        : new ImageChange.Replace(root, checked);
  }

  private ImageChange locations(Action action, List<String> path, @Nullable JsonNode value) {
    if (value != null) {
      values.validate(
          LOCATIONS,
          action == Action.REPLACE ? value : JsonNodeFactory.instance.arrayNode().add(value));
    }
    boolean empty = action == Action.REPLACE && value != null && value.isEmpty();
    return new ImageChange.Locations(action, path.size() > 1 ? path.get(1) : null, empty);
  }

  private static void requireOpen(String name) {
    if (AttributeNames.readOnly(name) || name.equals("id")) {
      throw GlanceException.forbidden("Attribute '" + name + "' is read-only.");
    }
    if (AttributeNames.reserved(name)) {
      throw GlanceException.forbidden("Attribute '" + name + "' is reserved.");
    }
  }

  private static String operation(JsonNode raw, Draft draft) {
    return draft == Draft.TEN ? namedOperation(raw) : keyedOperation(raw);
  }

  private static String namedOperation(JsonNode raw) {
    JsonNode operation = raw.path("op");
    if (operation.isMissingNode() || operation.isNull()) {
      throw GlanceException.badRequest(
          "Unable to find `op` in JSON Schema change. It must be one of the following: "
              + AVAILABLE
              + ".");
    }
    if (!OPERATIONS.contains(operation.asText())) {
      throw GlanceException.badRequest(
          "Invalid operation: `"
              + operation.asText()
              + "`. It must be one of the following: "
              + AVAILABLE
              + ".");
    }
    return upper(operation.asText());
  }

  private static String keyedOperation(JsonNode raw) {
    List<String> named = OPERATIONS.stream().filter(raw::has).toList();
    if (named.size() != 1) {
      throw GlanceException.badRequest(
          "Operation objects must contain "
              + (named.isEmpty() ? "exactly" : "only")
              + " one member named \"add\", \"remove\", or \"replace\".");
    }
    return upper(named.get(0));
  }

  private static String upper(String operation) {
    return operation.toUpperCase(Locale.ROOT);
  }

  private static List<String> path(JsonNode raw, Draft draft, Action action) {
    JsonNode path = raw.path(draft == Draft.TEN ? "path" : lower(action));
    if (path.isMissingNode()) {
      throw GlanceException.badRequest("Unable to find 'path' in JSON Schema change");
    }
    if (!path.isTextual()) {
      throw GlanceException.badRequest("The pointer of an operation must be a string.");
    }
    return JsonPointerPath.parse(path.textValue());
  }

  private static JsonNode value(JsonNode raw, Action action) {
    JsonNode value = raw.get("value");
    if (value == null) {
      throw GlanceException.badRequest(
          "Operation \"" + lower(action) + "\" requires a member named \"value\".");
    }
    return value;
  }

  private static String lower(Action action) {
    return action.name().toLowerCase(Locale.ROOT);
  }
}
