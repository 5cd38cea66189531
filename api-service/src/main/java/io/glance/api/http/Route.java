package io.glance.api.http;

import java.util.List;
import java.util.Set;

/**
 * What a path of the Images API takes.
 *
 * @param template {@code /v2/images/{image_id}}, also the name of the path in logs and metrics
 * @param segments of the template; one in braces takes anything but nothing
 * @param methods that are served
 * @param allow text of {@code Allow} for every other method; "" where such a request is a 404
 *     instead (VER-13)
 * @param bodiless methods that refuse a body (ERR-06)
 * @param data whether bodies are image data, of any size, instead of JSON
 */
record Route(
    String template,
    List<String> segments,
    Set<String> methods,
    String allow,
    Set<String> bodiless,
    boolean data) {

  private static final long JSON_LIMIT = 1 << 20;
  private static final long METADEF_LIMIT = 4 << 20;

  boolean matches(List<String> path) {
    if (path.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      String segment = segments.get(i);
      boolean free = segment.startsWith("{");
      if (free ? path.get(i).isEmpty() : !segment.equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  boolean refusesBody(String method) {
    return bodiless.contains(method);
  }

  /** Bytes of the longest body that is looked at; data has its own limits. */
  long bodyLimit() {
    if (data) {
      return Long.MAX_VALUE;
    }
    return template.startsWith("/v2/metadefs/") ? METADEF_LIMIT : JSON_LIMIT;
  }
}
