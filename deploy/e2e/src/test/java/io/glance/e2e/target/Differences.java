package io.glance.e2e.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;

/** The differences from the peer that a run met, listed in a file. */
public final class Differences {
  private static final Set<String> MET = new TreeSet<>();

  private Differences() {}

  /** Skips the rest of the test against Python Glance. */
  public static void skipPeer(String rowAndReason) {
    if (Target.testsPeer()) {
      note(rowAndReason);
      Assumptions.abort(rowAndReason);
    }
  }

  static synchronized void note(String rowAndReason) {
    if (MET.add(rowAndReason)) {
      try {
        Path target = Path.of(System.getProperty("glance.work", "target/services")).getParent();
        Files.createDirectories(target);
        Files.write(target.resolve("differences-from-peer.txt"), MET);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
