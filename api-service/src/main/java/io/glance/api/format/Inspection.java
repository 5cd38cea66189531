package io.glance.api.format;

import java.util.List;

/**
 * What a whole stream turned out to be.
 *
 * @param size bytes seen
 * @param findings every format that matched; empty: raw
 */
public record Inspection(long size, List<Finding> findings) {
  public Inspection {
    findings = List.copyOf(findings);
  }
}
