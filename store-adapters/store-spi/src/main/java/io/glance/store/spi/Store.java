package io.glance.store.spi;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * One configured store. Thread-safe, long-lived. It moves bytes and nothing else: hashes, formats,
 * quotas, retries and the choice of a location are the transfer engine's work.
 */
public interface Store extends AutoCloseable {
  /** Its id in the configuration. */
  String id();

  /** Its {@link StoreType#name()}. */
  String type();

  /** What it can do now. */
  Set<Capability> capabilities();

  /** Whether it would serve a location, decided after parsing, never by a prefix of the text. */
  Match owns(StoreLocation location);

  /**
   * Where the bytes of an image would go, for the ledger: known before the first byte. {@link
   * ImageWriter#location()} of a writer made with the same arguments is inside it or equal.
   */
  StoreLocation plan(String imageId, Hint hint) throws StoreException;

  /**
   * Starts writing an image's bytes at a planned place. Nothing becomes visible before {@link
   * ImageWriter#commit()}.
   *
   * @throws StoreException DUPLICATE (here or at commit), FULL, DENIED, READ_ONLY, UNAVAILABLE
   */
  ImageWriter create(String imageId, StoreLocation planned, Hint hint, Caller caller)
      throws StoreException;

  /**
   * Opens a location for reading. The caller closes the reader.
   *
   * @throws StoreException NOT_FOUND, BAD_LOCATION, DENIED, UNAVAILABLE
   */
  ImageReader open(StoreLocation location, Caller caller) throws StoreException;

  /**
   * Deletes the bytes of a location, also what an unfinished writer left there.
   *
   * @throws StoreException NOT_FOUND where nothing is there, IN_USE, DENIED, READ_ONLY, UNAVAILABLE
   */
  void delete(StoreLocation location, Caller caller) throws StoreException;

  /**
   * Removes what unfinished writers left behind and nobody touched for the given time.
   *
   * @return how many leftovers went
   */
  default int sweep(Duration untouchedFor) throws StoreException {
    return 0;
  }

  /** Values for {@code /v2/info/stores/detail}: names and meaning are Glance's. */
  default Map<String, Object> properties() {
    return Map.of();
  }

  @Override
  default void close() {}
}
