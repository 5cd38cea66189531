package io.glance.e2e.client;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for something with a limit. */
public final class Poll {
  private Poll() {}

  /** Asks until the answer is as wanted; fails with the last answer after the limit. */
  public static <T> T until(Duration limit, Supplier<T> question, Predicate<T> wanted) {
    Instant end = Instant.now().plus(limit);
    T answer = question.get();
    while (!wanted.test(answer)) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("after " + limit + " still: " + answer);
      }
      pause();
      answer = question.get();
    }
    return answer;
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
