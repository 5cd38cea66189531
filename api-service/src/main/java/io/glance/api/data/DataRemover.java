package io.glance.api.data;

import io.glance.model.registry.Intent;
import java.util.List;

/** Deletes the bytes of images whose rows are gone. */
public interface DataRemover {
  /** The name under which this process leases intents. */
  String instance();

  /**
   * Deletes what each intent names and ends the intent in the registry.
   *
   * <p>Never throws for a store that fails: what stays is left to the sweep, whose lease on the
   * intent runs out.
   *
   * @param intents of kind DELETE, leased to this instance
   * @param requestId for the log
   */
  void remove(List<Intent> intents, String requestId);
}
