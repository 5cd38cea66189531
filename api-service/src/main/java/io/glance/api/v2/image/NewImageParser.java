package io.glance.api.v2.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.api.image.AttributeNames;
import io.glance.api.image.NewImage;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.CreateImage;
import io.glance.model.image.Visibility;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v2/images} (IMG-10 to IMG-21). */
@Singleton
class NewImageParser {
  /** Refused before anything else is looked at, as Glance does. */
  private static final List<String> LINKS =
      List.of("direct_url", "self", "file", "schema", "stores");

  private static final Set<String> TAKEN = Set.of("id", "tags");

  private final AttributeValues values;

  NewImageParser(AttributeValues values) {
    this.values = values;
  }

  NewImage parse(JsonNode body) {
    if (!body.isObject()) {
      throw GlanceException.badRequest("Request body must be a JSON object.");
    }
    for (String link : LINKS) {
      if (body.has(link)) {
        throw readOnly(link);
      }
    }
    values.validateNew(body);
    Map<String, String> properties = properties(body);
    return new NewImage(
        new CreateImage(
            text(body, "id"),
            text(body, "name"),
            visibility(body),
            text(body, "disk_format"),
            text(body, "container_format"),
            text(body, "owner"),
            number(body, "min_disk"),
            number(body, "min_ram"),
            flag(body, "protected"),
            flag(body, "os_hidden"),
            properties,
            body.has("tags") ? AttributeValues.tags(body.get("tags")) : List.of()),
        body.has("owner"));
  }

  private Map<String, String> properties(JsonNode body) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : body.properties()) {
      String name = member.getKey();
      if (AttributeNames.attribute(name) != null || TAKEN.contains(name)) {
        continue;
      }
      if (AttributeNames.readOnly(name)) {
        throw readOnly(name);
      }
      if (name.equals("locations")) {
        throw GlanceException.forbidden("Attribute 'locations' is reserved.");
      }
      if (AttributeNames.reserved(name)) {
        throw GlanceException.detail(ErrorCode.FORBIDDEN, "Attribute '" + name + "' is reserved.");
      }
      Texts.requirePropertyName(name);
      Object value = values.of(name, member.getValue());
      properties.put(name, value == null ? "" : value.toString());
    }
    return properties;
  }

  private @Nullable String text(JsonNode body, String name) {
    JsonNode value = body.get(name);
    return value == null || value.isNull() ? null : (String) values.of(name, value);
  }

  private int number(JsonNode body, String name) {
    JsonNode value = body.get(name);
    return value == null || !(values.of(name, value) instanceof Integer number) ? 0 : number;
  }

  private static boolean flag(JsonNode body, String name) {
    return body.path(name).asBoolean();
  }

  private static Visibility visibility(JsonNode body) {
    return Visibility.of(body.path("visibility").asText()).orElse(Visibility.SHARED);
  }

  private static GlanceException readOnly(String name) {
    return GlanceException.forbidden("Attribute '" + name + "' is read-only.");
  }
}
