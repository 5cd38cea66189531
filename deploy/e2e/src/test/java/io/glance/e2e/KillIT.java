package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Litter;
import io.glance.e2e.client.Poll;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.OurGlance;
import io.glance.e2e.target.OursOnly;
import io.glance.e2e.target.PeerAware;
import io.glance.e2e.target.Profile;
import io.glance.e2e.target.ServiceProcess;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * SIGKILL of the api or the registry at any moment of an upload: never active with wrong bytes,
 * never saving for ever, never a file that no row names.
 *
 * <p>{@code -Dkill.rounds} says how often (5), {@code -Dkill.seed} repeats a run.
 */
@PeerAware
@OursOnly("REL-01: the services are killed")
class KillIT {
  private static final int SIZE = 2_000_000;
  private static final Duration SETTLE = Duration.ofSeconds(60);

  private final OurGlance glance = OurGlance.ofItsOwn("kill");
  private final ServiceProcess api = glance.api(Profile.MAIN);
  private final Litter litter = new Litter();
  private final Actor owner = glance.target(Profile.MAIN).owner(litter);
  private final Map<String, Integer> outcomes = new HashMap<>();

  @Test
  @DisplayName("REL-01 REL-02 UP-11: a kill at any moment of an upload leaves nothing half done")
  void aKillAtAnyMomentLeavesNothingHalfDone() {
    long seed = Long.getLong("kill.seed", System.nanoTime());
    int rounds = Integer.getInteger("kill.rounds", 5);
    Random seeds = new Random(seed);
    for (int round = 0; round < rounds; round++) {
      round(round, new Random(seeds.nextLong()), seed);
      litter.sweep();
    }
    nothingIsLeft(List.of());
    System.out.println("KillIT: " + rounds + " rounds, seed " + seed + ": " + outcomes);
  }

  private void round(int round, Random random, long seed) {
    ServiceProcess victim = random.nextBoolean() ? api : glance.registry();
    byte[] data = new byte[SIZE];
    random.nextBytes(data);
    // Beyond the last byte: the upload is being finished, or is.
    int killAt = random.nextInt(SIZE * 5 / 4);
    String id = owner.image();
    Slow body = new Slow(data, killAt);
    CompletableFuture<Integer> upload = CompletableFuture.supplyAsync(() -> upload(id, body));
    body.awaitMoment(random);
    victim.kill();
    body.goOn();
    victim.startAgain();
    victim.ready();
    int answer = upload.join();
    String status = settled(id);
    String outcome =
        (victim == api ? "api" : "registry") + " killed, answer " + answer + ", " + status;
    System.out.println(
        "KillIT round "
            + round
            + " of seed "
            + seed
            + ": at byte "
            + killAt
            + " of "
            + SIZE
            + ", "
            + outcome);
    outcomes.merge(outcome, 1, Integer::sum);
    if (answer == 204) {
      assertThat(status).as("an acknowledged upload").isEqualTo("active");
    }
    if (status.equals("queued")) {
      nothingIsLeft(List.of());
      assertThat(owner.show(id).path("checksum").isNull()).isTrue();
      owner.upload(id, data).expect(204);
    }
    assertThat(owner.download(id).expect(200).body()).isEqualTo(data);
    nothingIsLeft(List.of(id));
  }

  /** The answer's status; 0 where the connection broke. */
  private int upload(String id, Slow body) {
    try {
      Reply reply = owner.call("PUT", Actor.file(id)).chunked(() -> body).send();
      return reply.status();
    } catch (UncheckedIOException broken) {
      return 0;
    }
  }

  private String settled(String id) {
    return Poll.until(
        SETTLE, () -> statusOf(id), status -> status.equals("queued") || status.equals("active"));
  }

  private String statusOf(String id) {
    try {
      Reply reply = owner.get("/v2/images/" + id);
      JsonNode image = reply.status() == 200 ? reply.json() : null;
      return image == null ? "answer " + reply.status() : image.path("status").asText();
    } catch (UncheckedIOException broken) {
      return "no answer";
    }
  }

  private void nothingIsLeft(List<String> images) {
    Poll.until(
        SETTLE,
        () -> glance.storedFiles(Profile.MAIN).map(Path::getFileName).map(Path::toString).toList(),
        files -> List.copyOf(files).equals(images));
  }

  /** A body that stops at a byte until it is told to go on. */
  private static final class Slow extends ByteArrayInputStream {
    private final int moment;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    Slow(byte[] data, int moment) {
      super(data);
      this.moment = moment;
    }

    @Override
    public synchronized int read(byte[] buffer, int offset, int length) {
      int wanted = Math.min(length, 16_384);
      if (pos >= moment && reached.getCount() > 0) {
        reached.countDown();
        await(released);
      } else if (pos >= count) {
        reached.countDown();
      }
      return super.read(buffer, offset, wanted);
    }

    /** Waits for the byte; where that is past the end, somewhat longer than the end. */
    void awaitMoment(Random random) {
      await(reached);
      if (moment >= count) {
        await(random.nextInt(150));
      }
    }

    void goOn() {
      released.countDown();
    }

    private static void await(CountDownLatch latch) {
      try {
        if (!latch.await(60, TimeUnit.SECONDS)) {
          throw new AssertionError("the upload doesn't go on");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private void await(int millis) {
      try {
        released.await(millis, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
