package io.glance.registry.upload;

import static io.glance.registry.testing.Callers.ADMIN;
import static io.glance.registry.testing.Callers.ALICE;
import static io.glance.registry.testing.Callers.ANONYMOUS;
import static io.glance.registry.testing.Callers.BOB;
import static io.glance.registry.testing.Failures.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.model.error.ErrorCode;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.Location;
import io.glance.model.image.LocationStatus;
import io.glance.model.image.Visibility;
import io.glance.model.registry.DeleteImage;
import io.glance.model.registry.DeletedImage;
import io.glance.model.registry.Intent;
import io.glance.model.registry.RegistryUploads.BeginUpload;
import io.glance.model.registry.RegistryUploads.FinishUpload;
import io.glance.model.registry.RegistryUploads.Holder;
import io.glance.model.registry.RegistryUploads.Lease;
import io.glance.model.registry.RegistryUploads.Leases;
import io.glance.registry.image.ImageDeletion;
import io.glance.registry.image.ImageService;
import io.glance.registry.testing.Images;
import io.glance.registry.testing.Rows;
import io.glance.registry.testing.TestDatabase;
import io.glance.registry.testing.Together;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class UploadServiceTest {
  private static final Lease OTHER = new Lease("other", 60);
  private static final Holder UPLOADER = new Holder("api-1");

  @Inject UploadService service;
  @Inject ImageService images;
  @Inject ImageDeletion deletion;

  private String image;

  @BeforeEach
  void queuedImage() {
    TestDatabase.clean();
    image = newImage();
  }

  @Test // UP-01, UP-19, ST-02, DB-05
  void anUploadPublishesWhatCameInAtOnce() {
    Intent intent = begin(image);
    assertThat(intent.kind()).isEqualTo(Intent.Kind.UPLOAD);
    assertThat(images.get(ALICE, image).status()).isEqualTo(ImageStatus.SAVING);
    service.locate(ALICE, intent.id(), location());
    assertThat(Rows.texts("SELECT location FROM glance_intents")).containsExactly("file:///o");
    ImageMetadata active = service.finish(ALICE, intent.id(), result());
    assertThat(active.status()).isEqualTo(ImageStatus.ACTIVE);
    assertThat(active.size()).isEqualTo(5);
    assertThat(active.virtualSize()).isEqualTo(7);
    assertThat(active.checksum()).isEqualTo("c".repeat(32));
    assertThat(active.osHashAlgo()).isEqualTo("sha512");
    assertThat(active.locations()).hasSize(1);
    assertThat(active.locations().get(0).url()).isEqualTo("file:///o");
    assertThat(active.locations().get(0).metadata()).isEqualTo(Map.of("store", "fast"));
    assertThat(active.locations().get(0).status()).isEqualTo(LocationStatus.ACTIVE);
    assertThat(Rows.texts("SELECT meta_data FROM image_locations"))
        .containsExactly("{\"store\":\"fast\"}");
  }

  @Test // REL-14: an answer that got lost may be asked for again
  void finishingTwiceAnswersTheSameImage() {
    Intent intent = begin(image);
    ImageMetadata first = service.finish(ALICE, intent.id(), result());
    assertThat(service.finish(ALICE, intent.id(), result())).isEqualTo(first);
    assertThat(Rows.count("image_locations")).isOne();
    assertThat(code(() -> service.abort(ALICE, intent.id(), UPLOADER)))
        .isEqualTo(ErrorCode.CONFLICT);
    assertThat(images.get(ALICE, image).status()).isEqualTo(ImageStatus.ACTIVE);
  }

  @Test // UP-06
  void onlyAQueuedImageTakesAnUpload() {
    begin(image);
    assertThat(code(() -> begin(image))).isEqualTo(ErrorCode.CONFLICT);
    assertThat(code(() -> service.begin(BOB, image, command(-1, null))))
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(code(() -> service.begin(ANONYMOUS, image, command(-1, null))))
        .isEqualTo(ErrorCode.FORBIDDEN);
  }

  @Test // UP-11, REL-03
  void anAbortedUploadLeavesTheImageQueued() {
    Intent intent = begin(image);
    service.abort(ALICE, intent.id(), UPLOADER);
    service.abort(ALICE, intent.id(), UPLOADER);
    assertThat(images.get(ALICE, image).status()).isEqualTo(ImageStatus.QUEUED);
    assertThat(code(() -> service.finish(ALICE, intent.id(), result())))
        .isEqualTo(ErrorCode.CONFLICT);
    begin(image);
  }

  @Test // UP-12, REL-07
  void anUploadToADeletedImageIsGone() {
    Intent intent = begin(image);
    deletion.delete(ALICE, image, new DeleteImage(false, "api-1"));
    assertThat(code(() -> service.finish(ALICE, intent.id(), result()))).isEqualTo(ErrorCode.GONE);
    service.abort(ALICE, intent.id(), UPLOADER);
    assertThat(Rows.count("images WHERE status = 'deleted'")).isOne();
    assertThat(Rows.count("glance_intents WHERE ended_at IS NULL")).isZero();
  }

  @Test // REL-11
  void ofTwentyUploadsAtOnceOneWins() {
    List<Object> answers = Together.run(20, index -> begin(image));
    assertThat(answers.stream().filter(Intent.class::isInstance)).hasSize(1);
    assertThat(answers.stream().filter(ErrorCode.CONFLICT::equals)).hasSize(19);
    assertThat(Rows.count("glance_intents")).isOne();
  }

  @Test // REL-05, REL-20: the lease ran out by the database's clock
  void anAbandonedUploadIsTakenOverOnceAndItsUploaderIsGone() {
    Intent intent = begin(image);
    assertThat(service.claim(ADMIN, OTHER)).isEmpty();
    expire();
    List<Object> answers =
        Together.run(8, index -> service.claim(ADMIN, new Lease("other-" + index, 60)).size());
    assertThat(answers.stream().mapToInt(Integer.class::cast).sum()).isOne();
    assertThat(code(() -> service.finish(ALICE, intent.id(), result())))
        .isEqualTo(ErrorCode.CONFLICT);
    assertThat(code(() -> service.locate(ALICE, intent.id(), location())))
        .isEqualTo(ErrorCode.GONE);
    service.abort(ADMIN, intent.id(), holder(intent));
    assertThat(images.get(ALICE, image).status()).isEqualTo(ImageStatus.QUEUED);
  }

  @Test // REL-04, REL-05
  void aRenewedLeaseIsNotTakenOver() {
    begin(image);
    expire();
    service.renew(ALICE, new Leases(List.of("api-0", "api-1"), 60));
    assertThat(service.claim(ADMIN, OTHER)).isEmpty();
    expire();
    service.renew(ALICE, new Leases(List.of("api-2"), 60));
    assertThat(service.claim(ADMIN, OTHER)).hasSize(1);
    assertThat(service.claim(ADMIN, OTHER)).isEmpty();
  }

  @Test // REL-05, REL-08: claim, abort by the old holder, next upload, then the claimer settles
  void onlyWhoHoldsAnIntentEndsItAndNoUploadBeginsBefore() {
    Intent intent = begin(image);
    expire();
    assertThat(service.claim(ADMIN, OTHER)).containsExactly(intent);
    assertThat(code(() -> service.abort(ALICE, intent.id(), UPLOADER)))
        .isEqualTo(ErrorCode.CONFLICT);
    assertThat(code(() -> service.resolve(ALICE, intent.id(), UPLOADER)))
        .isEqualTo(ErrorCode.CONFLICT);
    assertThat(code(() -> service.hold(ALICE, intent.id(), new Lease("api-1", 60))))
        .isEqualTo(ErrorCode.CONFLICT);
    assertThat(images.get(ALICE, image).status()).isEqualTo(ImageStatus.SAVING);
    assertThat(code(() -> begin(image))).isEqualTo(ErrorCode.CONFLICT);
    TestDatabase.run("UPDATE images SET status = 'queued'");
    assertThat(code(() -> begin(image))).isEqualTo(ErrorCode.CONFLICT);
    TestDatabase.run("UPDATE images SET status = 'saving'");
    expire();
    service.hold(ADMIN, intent.id(), OTHER);
    assertThat(service.claim(ADMIN, new Lease("third", 60))).isEmpty();
    service.abort(ADMIN, intent.id(), new Holder("other"));
    assertThat(code(() -> service.hold(ADMIN, intent.id(), OTHER))).isEqualTo(ErrorCode.CONFLICT);
    upload(image);
    assertThat(images.get(ALICE, image).status()).isEqualTo(ImageStatus.ACTIVE);
  }

  private static Holder holder(Intent intent) {
    return new Holder(
        Rows.texts("SELECT instance FROM glance_intents WHERE id = " + intent.id()).get(0));
  }

  @Test // DB-18, REL-01: the row first, the bytes by intent
  void deletingLeavesAnIntentForEachObjectOfOurs() {
    upload(image);
    TestDatabase.run(
        "INSERT INTO image_locations (image_id, value, created_at, deleted, status)"
            + " VALUES ('%s', 'http://example.test/x', '2026-01-01', 0, 'active')"
                .formatted(image));
    images.update(ALICE, image, Images.tags(List.of("t"), ImageLimits.NONE));
    DeletedImage deleted = deletion.delete(ALICE, image, new DeleteImage(false, "api-1"));
    assertThat(deleted.image().status()).isEqualTo(ImageStatus.ACTIVE);
    assertThat(deleted.image().locations()).hasSize(2);
    assertThat(deleted.intents()).hasSize(1);
    Intent intent = deleted.intents().get(0);
    assertThat(intent.location()).isEqualTo("file:///o");
    assertThat(intent.store()).isEqualTo("fast");
    assertThat(
            Rows.count(
                "images i JOIN image_tags t ON t.image_id = i.id JOIN image_locations l ON"
                    + " l.image_id = i.id WHERE i.status = 'deleted' AND i.deleted = 1 AND"
                    + " i.deleted_at = t.deleted_at AND t.deleted = 1 AND l.deleted = 1 AND"
                    + " l.deleted_at = i.deleted_at AND l.status = 'deleted'"))
        .isEqualTo(2);
    assertThat(service.claim(ADMIN, OTHER)).isEmpty();
    expire();
    assertThat(service.claim(ADMIN, OTHER)).containsExactly(intent);
    service.resolve(ADMIN, intent.id(), new Holder("other"));
    service.resolve(ADMIN, intent.id(), new Holder("other"));
    assertThat(Rows.count("glance_intents WHERE ended_at IS NULL")).isZero();
  }

  @Test // DEL-01
  void aDelayedDeleteKeepsTheBytesForTheScrubber() {
    upload(image);
    DeletedImage deleted = deletion.delete(ALICE, image, new DeleteImage(true, "api-1"));
    assertThat(deleted.intents()).isEmpty();
    assertThat(Rows.texts("SELECT status FROM images WHERE deleted = 1"))
        .containsExactly("pending_delete");
    assertThat(Rows.texts("SELECT status FROM image_locations WHERE deleted = 1"))
        .containsExactly("pending_delete");
    String empty = newImage();
    deletion.delete(ALICE, empty, new DeleteImage(true, "api-1"));
    assertThat(Rows.texts("SELECT status FROM images WHERE id = '" + empty + "'"))
        .containsExactly("deleted");
  }

  @Test // IMG-26
  void protectedAndInvisibleImagesAreNotDeleted() {
    TestDatabase.run("UPDATE images SET protected = 1");
    assertThat(code(() -> delete(image))).isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(code(() -> deletion.delete(BOB, image, new DeleteImage(false, "x"))))
        .isEqualTo(ErrorCode.NOT_FOUND);
    TestDatabase.run("UPDATE images SET protected = 0");
    delete(image);
    assertThat(code(() -> delete(image))).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test // SEC-42: another image's object
  void bytesThatAnotherImageUsesAreNotOursToDelete() {
    upload(image);
    String second = newImage();
    upload(second);
    assertThat(delete(image).intents()).isEmpty();
    assertThat(delete(second).intents()).hasSize(1);
  }

  @Test // SEC-42: a row of an adopted database points to an object that is named after its owner
  void bytesNamedAfterTheirImageStayWhileAnotherRowPointsToThem() {
    upload(image);
    TestDatabase.run("UPDATE image_locations SET value = 'file:///images/%s'".formatted(image));
    String second = newImage();
    upload(second);
    TestDatabase.run(
        "UPDATE image_locations SET value = 'file:///images/%s' WHERE image_id = '%s'"
            .formatted(image, second));
    assertThat(delete(image).intents()).isEmpty();
    assertThat(delete(second).intents()).hasSize(1);
  }

  @Test // SEC-42: the collation takes these for one place
  void aPlaceThatDiffersInCaseIsAnotherOne() {
    upload(image);
    String second = newImage();
    upload(second);
    TestDatabase.run(
        "UPDATE image_locations SET value = 'file:///O' WHERE image_id = '" + second + "'");
    assertThat(delete(image).intents()).hasSize(1);
  }

  @Test // SEC-49, REL-26
  void uploadsOfOneOwnerWaitForEachOtherWithoutDeadlock() {
    long before = deadlocks();
    for (int round = 0; round < 5; round++) {
      List<String> ids = Stream.generate(this::newImage).limit(8).toList();
      Together.run(8, index -> service.begin(ALICE, ids.get(index), command(1_000, 1L)));
    }
    assertThat(deadlocks()).isEqualTo(before);
  }

  private static long deadlocks() {
    return Long.parseLong(
        Rows.texts(
                "SELECT variable_value FROM information_schema.global_status"
                    + " WHERE variable_name = 'INNODB_DEADLOCKS'")
            .get(0));
  }

  @Test // DB-19, UP-09, SEC-49
  void theQuotaCountsWhatIsStoredAndWhatIsUnderWay() {
    upload(image); // 5 bytes
    String second = newImage();
    assertThat(code(() -> service.begin(ALICE, second, command(5, null))))
        .isEqualTo(ErrorCode.TOO_LARGE);
    assertThat(code(() -> service.begin(ALICE, second, command(12, 8L))))
        .isEqualTo(ErrorCode.TOO_LARGE);
    service.begin(ALICE, second, command(13, 8L));
    assertThat(code(() -> service.begin(ALICE, newImage(), command(13, 1L))))
        .isEqualTo(ErrorCode.TOO_LARGE);
    service.begin(ALICE, newImage(), command(0, 1_000L));
    assertThat(Rows.count("images WHERE status = 'queued'")).isOne();
  }

  @Test // SEC-49
  void uploadsAtOnceDoNotPassTheQuotaTogether() {
    List<String> ids = List.of(newImage(), newImage(), newImage(), newImage(), newImage());
    List<Object> answers =
        Together.run(5, index -> service.begin(ALICE, ids.get(index), command(10, 4L)));
    assertThat(answers.stream().filter(Intent.class::isInstance)).hasSize(2);
    assertThat(answers.stream().filter(ErrorCode.TOO_LARGE::equals)).hasSize(3);
  }

  private String newImage() {
    return images.create(ALICE, Images.named("x", "project-a", Visibility.PRIVATE)).id();
  }

  private Intent begin(String id) {
    return service.begin(ALICE, id, command(-1, null));
  }

  private void upload(String id) {
    service.finish(ALICE, begin(id).id(), result());
  }

  private DeletedImage delete(String id) {
    return deletion.delete(ALICE, id, new DeleteImage(false, "api-1"));
  }

  @Test // QUO-05, UP-09: a size that nobody knew at the beginning is judged at the end
  void anUnknownSizeAboveTheQuotaIsRefusedAtTheEnd() {
    Intent intent = service.begin(ALICE, image, command(4, null));
    FinishUpload five =
        new FinishUpload(location(), 5, 7L, "c".repeat(32), "sha512", "d".repeat(128), 4);
    assertThat(code(() -> service.finish(ALICE, intent.id(), five))).isEqualTo(ErrorCode.TOO_LARGE);
    service.abort(ALICE, intent.id(), UPLOADER);
    assertThat(images.get(ALICE, image).status()).isEqualTo(ImageStatus.QUEUED);
    assertThat(Rows.count("image_locations WHERE deleted = 0")).isZero();
  }

  private static void expire() {
    TestDatabase.run(
        "UPDATE glance_intents SET lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND");
  }

  private static BeginUpload command(long quota, Long size) {
    return new BeginUpload("api-1", "fast", null, size, quota, 60);
  }

  private static Location location() {
    return Location.of("file:///o", Map.of("store", "fast"));
  }

  private static FinishUpload result() {
    return new FinishUpload(location(), 5, 7L, "c".repeat(32), "sha512", "d".repeat(128), 0);
  }
}
