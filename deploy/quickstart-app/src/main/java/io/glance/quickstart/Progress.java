package io.glance.quickstart;

import java.io.PrintStream;
import java.util.Locale;

/** A bar that grows on a terminal; one line at the end elsewhere. */
final class Progress {
  private static final int WIDTH = 32;
  private static final long REDRAW_NANOS = 50_000_000;
  private static final double MIB = 1 << 20;

  private final PrintStream out;
  private final String label;
  private final long total;
  private final boolean live;
  private final long start = System.nanoTime();
  private long lastDrawn;
  private long done;

  Progress(PrintStream out, String label, long total, boolean live) {
    this.out = out;
    this.label = label;
    this.total = total;
    this.live = live;
  }

  void add(long bytes) {
    done += bytes;
    long now = System.nanoTime();
    if (live && now - lastDrawn > REDRAW_NANOS) {
      lastDrawn = now;
      out.print("\r" + line());
      out.flush();
    }
  }

  void finish() {
    out.println((live ? "\r" : "") + line());
  }

  private String line() {
    double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
    double share = total == 0 ? 1 : (double) done / total;
    int filled = (int) Math.round(WIDTH * share);
    return String.format(
        Locale.ROOT,
        "  %-9s [%s%s] %3.0f %%  %.1f of %.1f MiB, %.0f MiB/s ",
        label,
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        100 * share,
        done / MIB,
        total / MIB,
        done / MIB / seconds);
  }
}
