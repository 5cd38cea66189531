package io.glance.store.spi;

import java.util.function.BooleanSupplier;

/**
 * On whose behalf a store works.
 *
 * @param requestId for logs and for requests to other services
 * @param cancelled true once nobody waits for the result: long calls end with CANCELLED
 */
public record Caller(String requestId, BooleanSupplier cancelled) {
  /** A caller that never cancels. */
  public static Caller of(String requestId) {
    return new Caller(requestId, () -> false);
  }
}
