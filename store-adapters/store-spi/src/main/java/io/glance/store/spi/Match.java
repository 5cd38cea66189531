package io.glance.store.spi;

/** How well a location fits a store. */
public enum Match {
  /** It can only be of this store. */
  EXACT,
  /** This store can read it; another one may be meant. */
  COMPATIBLE,
  NO
}
