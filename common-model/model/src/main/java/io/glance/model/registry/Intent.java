package io.glance.model.registry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger of bytes: written before the first byte of an object goes to a store, and
 * before bytes are deleted. Whoever holds the lease acts on it; a lease that ran out (by the
 * database's clock) may be claimed by anyone.
 *
 * @param id number of the line
 * @param imageId the image the bytes belong to
 * @param kind what was intended
 * @param store id of the store; null in single-store mode: then the location's scheme tells
 * @param location URL of the object; null while a store has not named it
 * @param metadata the location's metadata
 */
public record Intent(
    long id,
    String imageId,
    Kind kind,
    @Nullable String store,
    @Nullable String location,
    Map<String, Object> metadata) {

  /** What was intended. */
  public enum Kind {
    /**
     * Bytes are coming into a store; left over, they are removed and the image goes back to queued.
     */
    UPLOAD,
    /** Bytes are to be deleted; left over, the delete is tried again. */
    DELETE
  }

  /** Never shows the location: it may carry credentials. */
  @Override
  public String toString() {
    return "Intent[id=" + id + ", imageId=" + imageId + ", kind=" + kind + ", store=" + store + "]";
  }
}
