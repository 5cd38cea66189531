package io.glance.api.v2.image;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as Glance writes them: {@code 2026-01-01T00:00:00Z}, whole seconds (IMG-07). */
final class WireTime {
  private WireTime() {}

  static String of(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
