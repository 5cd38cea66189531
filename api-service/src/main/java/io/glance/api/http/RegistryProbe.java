package io.glance.api.http;

import io.glance.api.registry.AsService;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.registry.RegistryImages;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Whether the registry answers, asked now and then in the background so that nobody who asks for
 * readiness waits for it, and a hung registry counts as one that doesn't answer.
 */
@Singleton
class RegistryProbe {
  private static final Logger LOG = Logger.getLogger(RegistryProbe.class);
  private static final String NO_IMAGE = "00000000-0000-0000-0000-000000000000";
  private static final Duration GOOD_FOR = Duration.ofSeconds(10);

  private final RegistryImages images;
  private volatile long answeredAt;
  private volatile boolean answered;

  RegistryProbe(@AsService RegistryImages images) {
    this.images = images;
  }

  @Scheduled(
      every = "{glance.registry-probe.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void ask() {
    boolean before = answered;
    answered = isAnswering();
    answeredAt = System.nanoTime();
    if (before != answered) {
      LOG.infof("The registry %s.", answered ? "answers" : "does not answer");
    }
  }

  boolean isUp() {
    return answered && System.nanoTime() - answeredAt < GOOD_FOR.toNanos();
  }

  /** "There is no such image" is an answer, and it comes from the database. */
  private boolean isAnswering() {
    try {
      images.get(NO_IMAGE);
      return true;
    } catch (GlanceException e) {
      return e.code() == ErrorCode.NOT_FOUND;
    } catch (RuntimeException e) {
      LOG.debug("The registry can't be asked.", e);
      return false;
    }
  }
}
