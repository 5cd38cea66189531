package io.glance.api.v2.image;

import io.glance.model.error.GlanceException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The pointer of a PATCH operation: {@code /name}, for locations {@code /locations/N} (PATCH-06).
 * Source: glance/api/v2/images.py {@code _decode_json_pointer}.
 */
final class JsonPointerPath {
  private static final Pattern ADJACENT = Pattern.compile("/\\s*/");
  private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

  private JsonPointerPath() {}

  /** The names, decoded and stripped. BAD_REQUEST for another form. */
  static List<String> parse(String pointer) {
    require(pointer.startsWith("/"), pointer, "does not start with \"/\".");
    String rest = pointer.substring(1);
    require(!ADJACENT.matcher(rest).find(), pointer, "contains adjacent \"/\".");
    require(rest.isEmpty() || !rest.endsWith("/"), pointer, "end with \"/\".");
    require(
        !BAD_ESCAPE.matcher(pointer).find(),
        pointer,
        "contains \"~\" not part of a recognized escape sequence.");
    int start = 0;
    while (start < pointer.length() && pointer.charAt(start) == '/') {
      start++;
    }
    List<String> names = new ArrayList<>();
    for (String part : pointer.substring(start).split("/", -1)) {
      names.add(part.replace("~1", "/").replace("~0", "~").strip());
    }
    return names;
  }

  private static void require(boolean holds, String pointer, String problem) {
    if (!holds) {
      throw GlanceException.badRequest("Pointer `" + pointer + "` " + problem);
    }
  }
}
