package io.glance.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.api.testing.TestImage;
import io.glance.model.image.ImageStatus;
import io.glance.model.registry.Intent;
import io.glance.store.spi.StoreException.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DataApiProfile.class)
class ReconcilerTest extends DataApiTest {
  @Inject Reconciler reconciler;
  @Inject DataRemover remover;
  @Inject UploadWatch watch;
  @Inject RunningUploads running;

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
  void leasesAreRenewedOnlyWhileAnUploadRuns() { // REL-05
    try (RunningUpload upload = running.start(id)) {
      watch.renew();
      assertThat(ledger.renewals).extracting(lease -> lease.instance()).contains(upload.holder());
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
    ledger.abandon(Intent.Kind.DELETE, id, store, url);
    Intent known = ledger.open().get(0);
    return new Intent(known.id(), id, Intent.Kind.DELETE, store, url, Map.of());
  }
}
