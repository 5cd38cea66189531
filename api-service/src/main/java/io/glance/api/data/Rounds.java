package io.glance.api.data;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Repeated work: each on a thread of its own, so what hangs or breaks stops nothing else. */
final class Rounds implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Rounds.class);

  private final List<ScheduledExecutorService> threads = new ArrayList<>();
  private final TimeUnit unit;

  /** Counts time in a unit. */
  Rounds(TimeUnit unit) {
    this.unit = unit;
  }

  /** Starts rounds with pauses between them; one that throws is logged and the next one comes. */
  void every(long firstAfter, long pause, String name, Runnable round) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(task -> daemon(task, name));
    threads.add(thread);
    // guarded: it never completes with a fault
    Future<?> unused =
        thread.scheduleWithFixedDelay(() -> guarded(name, round), firstAfter, pause, unit);
  }

  private static void guarded(String name, Runnable round) {
    try {
      round.run();
    } catch (Throwable e) { // the executor would never run it again
      LOG.errorf(e, "a round of %s failed", name);
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Interrupts the rounds under way; no others come. */
  @Override
  public void close() {
    threads.forEach(ScheduledExecutorService::shutdownNow);
  }
}
