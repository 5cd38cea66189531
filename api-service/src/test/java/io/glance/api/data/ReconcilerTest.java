package io.glance.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.api.registry.AsService;
import io.glance.api.testing.TestImage;
import io.glance.kit.config.GlanceSettings;
import io.glance.model.image.ImageStatus;
import io.glance.model.registry.Intent;
import io.glance.model.registry.RegistryImages;
import io.glance.model.registry.RegistryUploads;
import io.glance.model.registry.RegistryUploads.Holder;
import io.glance.store.core.StoreCatalog;
import io.glance.store.spi.StoreException.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DataApiProfile.class)
class ReconcilerTest extends DataApiTest {
  @Inject DataRemover remover;
  @Inject StoredBytes bytes;
  @Inject StoreCatalog catalog;
  @Inject InstanceName instance;
  @Inject GlanceSettings values;
  @Inject @AsService RegistryImages asOtherImages;
  @Inject RunningUploads running;
  @Inject UploadLedger uploads;
  @Inject @AsService RegistryUploads asOther;

  private Reconciler reconciler;
  private UploadWatch watch;

  /** Apart from those that keep house for the service. */
  @BeforeEach
  void ownRounds() {
    ClaimPause pause = new ClaimPause(values);
    reconciler = new Reconciler(asOther, bytes, catalog, instance, pause, values);
    watch = new UploadWatch(running, asOther, asOtherImages, pause, values);
  }

  @Test
  void anAbandonedUploadIsRemovedAndItsImageQueued() throws Exception { // REL-04, REL-08
    put(new TestImage(id).status(ImageStatus.SAVING));
    Path finished = Files.write(settings.images().resolve(id), bytes(10));
    Path hidden =
        Files.write(
            settings.images().resolve(".glance-unfinished/" + id + ".0123456789abcdef"), bytes(9));
    ledger.abandon(Intent.Kind.UPLOAD, id, "files", "file://" + finished);
    reconciler.run();
    assertThat(registry.row(id).status()).isEqualTo(ImageStatus.QUEUED);
    assertThat(ledger.open()).isEmpty();
    assertThat(finished).doesNotExist();
    assertThat(hidden).doesNotExist();
  }

  @Test
  void anUploadThatLeftNothingIsQueuedToo() { // REL-04
    put(new TestImage(id).status(ImageStatus.SAVING));
    ledger.abandon(Intent.Kind.UPLOAD, id, "files", "file://" + settings.images().resolve(id));
    reconciler.run();
    assertThat(registry.row(id).status()).isEqualTo(ImageStatus.QUEUED);
  }

  @Test
  void aStoreThatIsAwayKeepsTheIntent() { // REL-08
    put(new TestImage(id).status(ImageStatus.SAVING));
    String url = MemoryStoreType.store("m1").put(id, bytes(1)).text();
    MemoryStoreType.store("m1").failDelete = Kind.UNAVAILABLE;
    ledger.abandon(Intent.Kind.UPLOAD, id, "m1", url);
    reconciler.run();
    assertThat(ledger.open()).hasSize(1);
    assertThat(registry.row(id).status()).isEqualTo(ImageStatus.SAVING);
    MemoryStoreType.store("m1").failDelete = null;
    ledger.expire();
    reconciler.run();
    assertThat(ledger.open()).isEmpty();
    assertThat(MemoryStoreType.store("m1").objects).isEmpty();
  }

  @Test
  void aDeleteThatFailedIsTriedAgain() { // REL-08
    String url = MemoryStoreType.store("m1").put(id, bytes(1)).text();
    ledger.abandon(Intent.Kind.DELETE, id, "m1", url);
    reconciler.run();
    assertThat(MemoryStoreType.store("m1").objects).isEmpty();
    assertThat(ledger.open()).isEmpty();
  }

  @Test
  void aClaimThatWentStaleLeavesTheNextUploadAlone() { // REL-05, REL-08
    put(new TestImage(id).status(ImageStatus.SAVING));
    String url = MemoryStoreType.store("m1").put(id, bytes(1)).text();
    ledger.abandon(Intent.Kind.UPLOAD, id, "m1", url);
    ledger.afterClaim =
        () -> {
          ledger.takeOver("other/sweep");
          asOther.abort(ledger.open().get(0).id(), new Holder("other/sweep"));
          assertThat(registry.row(id).status()).isEqualTo(ImageStatus.QUEUED);
          MemoryStoreType.store("m1").put(id, bytes(2));
          put(new TestImage(id).status(ImageStatus.ACTIVE));
        };
    reconciler.run();
    assertThat(MemoryStoreType.store("m1").objects.get(id)).hasSize(2);
    assertThat(registry.row(id).status()).isEqualTo(ImageStatus.ACTIVE);
  }

  @Test
  void anUploaderDoesNotEndWhatWasTakenOver() { // REL-05
    put(new TestImage(id).status(ImageStatus.SAVING));
    Intent intent = intent(Intent.Kind.UPLOAD, "m1", "memory://m1/" + id);
    ledger.takeOver("other/sweep");
    uploads.abort(intent, "b");
    assertThat(ledger.open()).containsExactly(intent);
    assertThat(registry.row(id).status()).isEqualTo(ImageStatus.SAVING);
  }

  @Test
  void withoutTheRegistrysWordNothingIsDeleted() { // REL-08, REL-19
    for (int i = 0; i < 3; i++) {
      String url = MemoryStoreType.store("m1").put(id + i, bytes(1)).text();
      ledger.abandon(Intent.Kind.DELETE, id + i, "m1", url);
    }
    ledger.lostHolds = 1;
    reconciler.run();
    assertThat(MemoryStoreType.store("m1").objects).hasSize(3);
    assertThat(ledger.open()).hasSize(3);
    ledger.expire();
    reconciler.run();
    assertThat(ledger.open()).as("held off for a lease").hasSize(3);
  }

  @Test
  void afterARegistryOutageNothingIsClaimedForALease() { // REL-19
    ledger.abandon(
        Intent.Kind.DELETE, id, "m1", MemoryStoreType.store("m1").put(id, bytes(1)).text());
    try (RunningUpload upload = running.start(id)) {
      assertThat(upload.imageId()).isEqualTo(id);
      ledger.lostRenewals = 1;
      watch.renew();
    }
    reconciler.run();
    assertThat(ledger.open()).hasSize(1);
  }

  @Test
  void theRemoverDeletesAndLeavesWhatFails() { // IMG-26
    Intent intent = intent("m1", MemoryStoreType.store("m1").put(id, bytes(1)).text());
    MemoryStoreType.store("m1").failDelete = Kind.UNAVAILABLE;
    remover.remove(List.of(intent), "req-1");
    assertThat(ledger.open()).hasSize(1);
    MemoryStoreType.store("m1").failDelete = null;
    remover.remove(List.of(intent), "req-1");
    assertThat(ledger.open()).isEmpty();
    assertThat(MemoryStoreType.store("m1").objects).isEmpty();
  }

  @Test
  void bytesThatAreGoneOrNotOursToDeleteCountAsDeleted() { // IMG-31, IMG-32
    Intent missing = intent("m1", "memory://m1/" + id);
    remover.remove(List.of(missing), "req-1");
    assertThat(ledger.open()).isEmpty();
    Intent readOnly = intent("m2", MemoryStoreType.store("m2").put(id, bytes(1)).text());
    MemoryStoreType.store("m2").failDelete = Kind.READ_ONLY;
    remover.remove(List.of(readOnly), "req-1");
    assertThat(ledger.open()).isEmpty();
  }

  @Test
  void aFailedRenewalKeepsOnlyItsOwnBlockFromRenewal() { // REL-05
    List<RunningUpload> uploads = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      uploads.add(running.start(id));
    }
    ledger.lostRenewals = 1;
    watch.renew();
    uploads.forEach(RunningUpload::close);
    assertThat(ledger.renewals).hasSize(1);
  }

  @Test
  void leasesAreRenewedOnlyWhileAnUploadRuns() { // REL-05
    try (RunningUpload upload = running.start(id)) {
      watch.renew();
      assertThat(ledger.renewals).hasSize(1);
      assertThat(ledger.renewals.get(0).instances()).contains(upload.holder());
    }
    ledger.renewals.clear();
    watch.renew();
    assertThat(ledger.renewals).isEmpty();
  }

  @Test
  void anUploadLearnsThatItsImageIsGone() { // REL-07
    put(new TestImage(id).status(ImageStatus.SAVING));
    try (RunningUpload upload = running.start(id)) {
      watch.look();
      assertThat(upload.isImageGone()).isFalse();
      ledger.deleteImage(id);
      watch.look();
      assertThat(upload.isImageGone()).isTrue();
    }
  }

  private Intent intent(String store, String url) {
    return intent(Intent.Kind.DELETE, store, url);
  }

  private Intent intent(Intent.Kind kind, String store, String url) {
    ledger.abandon(kind, id, store, url);
    return ledger.open().get(0);
  }
}
