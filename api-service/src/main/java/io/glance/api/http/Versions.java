package io.glance.api.http;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.http.PythonJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The minor versions of the Images API that this configuration offers (VER-01 to VER-08). */
@Singleton
class Versions {
  private final List<String> listed = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final String current;

  @Inject
  Versions(GlanceSettings settings) {
    this(
        settings.text("DEFAULT", "image_cache_dir").filter(dir -> !dir.isBlank()).isPresent(),
        !settings.list("DEFAULT", "enabled_backends").isEmpty());
  }

  Versions(boolean cache, boolean multiStore) {
    current = cache ? "v2.18" : "v2.17";
    // The order is Glance's own: with the cache on it is newest first, without it is not.
    if (cache) {
      list(18, 17, 16, 15, 14);
    } else {
      list(15);
    }
    if (multiStore) {
      list(13, 12, 11, 10, 9, 8);
    } else {
      list(9);
    }
    if (!cache) {
      list(17);
    }
    list(7, 6, 5, 4, 3, 2, 1, 0);
    known.add("v2");
    known.addAll(listed);
  }

  private void list(int... minors) {
    IntStream.of(minors).forEach(minor -> listed.add("v2." + minor));
  }

  /** Whether a path segment or the end of the media type names a version on offer. */
  boolean knows(String version) {
    return known.contains(version);
  }

  /**
   * The versions document.
   *
   * @param base URL of the service without a slash at its end
   */
  byte[] document(String base) {
    List<Map<String, Object>> versions = new ArrayList<>();
    for (String id : listed) {
      Map<String, Object> version = new LinkedHashMap<>();
      version.put("id", id);
      version.put("status", id.equals(current) ? "CURRENT" : "SUPPORTED");
      Map<String, Object> link = new LinkedHashMap<>();
      link.put("rel", "self");
      link.put("href", base + "/v2/");
      version.put("links", List.of(link));
      versions.add(version);
    }
    return PythonJson.ascii(Map.of("versions", versions));
  }
}
