package io.glance.registry.image;

import static io.glance.registry.testing.Callers.ALICE;
import static io.glance.registry.testing.Failures.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.Visibility;
import io.glance.model.registry.DeleteImage;
import io.glance.registry.database.Database;
import io.glance.registry.database.Sql;
import io.glance.registry.testing.Images;
import io.glance.registry.testing.Rows;
import io.glance.registry.testing.TestDatabase;
import io.glance.registry.testing.Together;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ConcurrentChangesTest {
  @Inject ImageService service;
  @Inject ImageDeletion deletion;
  @Inject Database database;

  private String image;

  @BeforeEach
  void anImage() {
    TestDatabase.clean();
    image = service.create(ALICE, Images.named("x", "project-a", Visibility.PRIVATE)).id();
  }

  @Test // REL-12
  void ofFiftyChangesAtOnceNoneIsLost() {
    List<Object> answers = Together.run(50, index -> untilServed("p" + index));
    assertThat(answers).allMatch(ImageMetadata.class::isInstance);
    assertThat(service.get(ALICE, image).properties()).hasSize(50);
  }

  @Test // REL-12, QUO-03
  void ofThirtyTagsAtOnceTheLimitLetsTenIn() {
    ImageLimits ten = new ImageLimits(-1, 10, -1, -1);
    List<Object> answers =
        Together.run(
            30,
            index -> {
              service.addTag(ALICE, image, "t" + index, ten);
              return "added";
            });
    assertThat(answers.stream().filter("added"::equals)).hasSize(10);
    assertThat(answers.stream().filter(ErrorCode.TOO_LARGE::equals)).hasSize(20);
    assertThat(service.get(ALICE, image).tags()).hasSize(10);
  }

  @Test // REL-14
  void ofDeletesAtOnceOneSucceeds() {
    List<Object> answers =
        Together.run(10, index -> deletion.delete(ALICE, image, new DeleteImage(false, "i")));
    assertThat(answers.stream().filter(ErrorCode.NOT_FOUND::equals)).hasSize(9);
  }

  @Test // REL-26: two sessions take two rows in opposite order, again and again
  void deadlocksAreTriedAgain() {
    String other = service.create(ALICE, Images.named("y", "project-a", Visibility.PRIVATE)).id();
    CountDownLatch bothHoldOne = new CountDownLatch(2);
    List<Object> answers =
        Together.run(
            2,
            index ->
                database.write(
                    () -> {
                      touch(index == 0 ? image : other);
                      bothHoldOne.countDown();
                      awaitQuietly(bothHoldOne);
                      touch(index == 0 ? other : image);
                      return "done";
                    }));
    assertThat(answers).containsExactly("done", "done");
    assertThat(Rows.count("images WHERE min_ram = 2")).isEqualTo(2);
  }

  @Test // REL-18: a locked row is waited for, then 503
  void aRowThatStaysLockedIsUnavailableWithinTenSeconds() throws SQLException {
    try (Connection holder = TestDatabase.connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT * FROM images FOR UPDATE");
      long start = System.nanoTime();
      assertThat(code(() -> service.update(ALICE, image, Images.set(Map.of("p", "v")))))
          .isEqualTo(ErrorCode.UNAVAILABLE);
      assertThat((System.nanoTime() - start) / 1_000_000_000L).isLessThan(12);
      assertThat(service.get(ALICE, image).properties()).isEmpty();
      holder.rollback();
    }
    service.update(ALICE, image, Images.set(Map.of("p", "v")));
  }

  @Test // REL-17: connections that the server has closed don't reach the caller for long
  void killedConnectionsAreReplaced() {
    service.get(ALICE, image);
    for (String id :
        Rows.texts(
            "SELECT id FROM information_schema.processlist WHERE db = DATABASE()"
                + " AND id <> CONNECTION_ID()")) {
      TestDatabase.run("KILL " + id);
    }
    long deadline = System.nanoTime() + 5_000_000_000L;
    boolean back = false;
    while (!back && System.nanoTime() < deadline) {
      try {
        back = service.get(ALICE, image).id().equals(image);
      } catch (GlanceException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
      }
    }
    assertThat(back).isTrue();
  }

  /**
   * On a crowded machine some wait too long and are told to come again; no other refusal counts.
   */
  private ImageMetadata untilServed(String property) {
    for (int tried = 1; ; tried++) {
      try {
        return service.update(ALICE, image, Images.set(Map.of(property, "v")));
      } catch (GlanceException e) {
        if (e.code() != ErrorCode.UNAVAILABLE || tried == 10) {
          throw e;
        }
      }
    }
  }

  private void touch(String id) {
    database.execute(Sql.of("UPDATE images SET min_ram = min_ram + 1 WHERE id = ?", id));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
