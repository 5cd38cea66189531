package io.glance.registry.ledger;

import io.glance.model.registry.Intent;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code glance_intents} with what the callers of the registry don't see.
 *
 * @param locationId row of {@code image_locations}; null for an upload
 * @param instance who holds it
 * @param takenOver somebody else than the one who opened it has claimed it
 * @param outcome how it ended; null while it lives
 */
public record LedgerLine(
    Intent intent,
    @Nullable Long locationId,
    String instance,
    boolean takenOver,
    @Nullable Outcome outcome) {

  /** How an intent ended. */
  public enum Outcome {
    FINISHED,
    ABORTED,
    RESOLVED
  }

  /** Whether it hasn't ended. */
  public boolean lives() {
    return outcome == null;
  }
}
