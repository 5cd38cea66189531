package io.glance.api.http;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the version that a request is for in the media type it accepts, else in the first segment
 * of its path (VER-08 to VER-10).
 */
@Singleton
class VersionNegotiation {
  private static final String MEDIA_TYPE = "application/vnd.openstack.images-";

  /** The versions document was asked for by its own path. */
  static final Document LISTED = new Document(200);

  private final Versions versions;

  VersionNegotiation(Versions versions) {
    this.versions = versions;
  }

  /** What to do with a request. */
  sealed interface Outcome {}

  /** Send the versions document: 200 where it was asked for, else 300. */
  record Document(int status) implements Outcome {}

  /** Serve the path below {@code /v2}: its decoded segments, the first of them {@code v2}. */
  record Served(List<String> segments) implements Outcome {}

  Outcome negotiate(String path, @Nullable String accept) {
    List<String> segments = RequestPath.segments(path.isEmpty() ? "/" : path);
    if (segments.get(0).equals("versions")) {
      return LISTED;
    }
    if (accept != null && accept.startsWith(MEDIA_TYPE)) {
      return versions.knows(accept.substring(MEDIA_TYPE.length()))
          ? served(segments)
          : new Document(300);
    }
    List<String> rest = withoutEmptyFront(segments);
    if (rest.isEmpty() || !versions.knows(rest.get(0))) {
      return new Document(300);
    }
    return served(rest.subList(1, rest.size()));
  }

  private static Outcome served(List<String> rest) {
    List<String> segments = new ArrayList<>(List.of("v2"));
    List<String> below = withoutEmptyFront(rest);
    segments.addAll(below.isEmpty() && !rest.isEmpty() ? List.of("") : below);
    return new Served(List.copyOf(segments));
  }

  /** Slashes in front of a path don't count. */
  private static List<String> withoutEmptyFront(List<String> segments) {
    int first = 0;
    while (first < segments.size() && segments.get(first).isEmpty()) {
      first++;
    }
    return segments.subList(first, segments.size());
  }

  byte[] document(String base) {
    return versions.document(base);
  }
}
