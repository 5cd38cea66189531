package io.glance.api.format;

import java.util.List;

/**
 * One recognised format.
 *
 * @param virtualSize bytes of the disk inside as the header says, never negative; 0: unknown
 * @param violations empty: safe
 */
public record Finding(DetectedFormat format, long virtualSize, List<Violation> violations) {
  public Finding {
    violations = List.copyOf(violations);
  }

  /** A safe finding, or an unsafe one where the claimed size can't be a size. */
  static Finding sized(DetectedFormat format, long virtualSize, List<Violation> violations) {
    if (virtualSize >= 0) {
      return new Finding(format, virtualSize, violations);
    }
    return unsafe(format, Violation.malformed("impossible virtual size"));
  }

  static Finding unsafe(DetectedFormat format, Violation violation) {
    return new Finding(format, 0, List.of(violation));
  }
}
