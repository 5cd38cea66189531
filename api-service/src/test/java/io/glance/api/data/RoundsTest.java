package io.glance.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private final Rounds rounds = new Rounds(TimeUnit.MILLISECONDS);

  @AfterEach
  void stop() {
    rounds.close();
  }

  @Test
  void anErrorDoesNotEndTheRounds() throws Exception { // REL-08
    CountDownLatch three = new CountDownLatch(3);
    rounds.every(
        0,
        1,
        "breaks",
        () -> {
          three.countDown();
          throw new AssertionError("asked to fail");
        });
    assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aRoundThatHangsDelaysNoOther() throws Exception { // REL-08
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(3);
    rounds.every(0, 1, "hangs", () -> hang(hanging));
    assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();
    rounds.every(0, 1, "other", other::countDown);
    assertThat(other.await(20, TimeUnit.SECONDS)).isTrue();
  }

  private static void hang(CountDownLatch started) {
    started.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the end of the test
    }
  }
}
