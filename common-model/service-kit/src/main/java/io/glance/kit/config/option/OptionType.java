package io.glance.kit.config.option;

/** How an option's text is read. */
public enum OptionType {
  TEXT,
  /** A whole number. */
  INTEGER,
  /** By oslo.config's words: true, 1, on, yes and their opposites, in any case. */
  BOOLEAN,
  /** {@code a,b} or {@code [a,b]}. */
  LIST,
  /** May stand several times. */
  MULTI,
  /** {@code a:b,c:d}. */
  DICT,
  /** Bytes: a number, alone or with B, KB, MB, GB or TB, in steps of 1024. */
  SIZE
}
