package io.glance.store.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StallingBodyTest {
  private final StallingBody body = new StallingBody(Duration.ofSeconds(1));
  private final AtomicInteger cancelled = new AtomicInteger();
  private final Subscription subscription =
      new Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {
          cancelled.incrementAndGet();
        }
      };

  @Test
  void closingCancels() {
    body.onSubscribe(subscription);
    body.close();
    assertThat(cancelled).hasValue(1);
  }

  @Test
  void closingCancelsASubscriptionThatComesLater() {
    body.close();
    body.onSubscribe(subscription);
    assertThat(cancelled).hasValue(1);
  }
}
