package io.glance.kit.config.option;

/** What becomes of an option that an operator sets. */
public enum Support {
  SUPPORTED,
  /** Known from Glance, without effect here: one warning at start. */
  UNSUPPORTED,
  /** Left over from older releases: accepted without a word. */
  IGNORED
}
