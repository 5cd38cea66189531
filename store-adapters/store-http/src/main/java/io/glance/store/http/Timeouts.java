package io.glance.store.http;

import java.time.Duration;

/**
 * How long a server may take.
 *
 * @param headers until the answer begins
 * @param stall without a further byte
 */
record Timeouts(Duration headers, Duration stall) {
  static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(60), Duration.ofSeconds(60));
}
