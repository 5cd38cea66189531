package io.glance.store.core;

import java.util.List;
import java.util.Optional;

/** What the operator's files say, by section and option name, without defaults. */
public interface StoreOptionSource {
  /** The text of an option; empty where it is unset. */
  Optional<String> text(String section, String option);

  /** All values of an option that may stand several times. */
  List<String> multi(String section, String option);
}
