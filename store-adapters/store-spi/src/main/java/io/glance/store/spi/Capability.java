package io.glance.store.spi;

/** What a store can do. */
public enum Capability {
  READ,
  WRITE,
  DELETE,
  /** Zero runs need not be written. */
  SPARSE,
  /** Readers offer {@link ImageReader#localFile()}. */
  LOCAL_FILE
}
