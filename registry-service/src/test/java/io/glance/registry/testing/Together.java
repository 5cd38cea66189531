package io.glance.registry.testing;

import io.glance.model.error.GlanceException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Does the same thing many times at once. */
public final class Together {
  private Together() {}

  /** Runs the action with 0 … times-1 at once; answers what each gave, or the refusal's code. */
  public static List<Object> run(int times, IntFunction<?> action) {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Object>> running = new ArrayList<>();
      for (int index = 0; index < times; index++) {
        int number = index;
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    return (Object) action.apply(number);
                  } catch (GlanceException refusal) {
                    return refusal.code();
                  }
                }));
      }
      start.countDown();
      List<Object> answers = new ArrayList<>();
      for (Future<Object> each : running) {
        answers.add(each.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
