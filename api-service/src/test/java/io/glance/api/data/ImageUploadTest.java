package io.glance.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.glance.api.testing.TestCallers;
import io.glance.api.testing.TestImage;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.Visibility;
import io.glance.model.registry.Intent;
import io.glance.store.spi.StoreException.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DataApiProfile.class)
class ImageUploadTest extends DataApiTest {
  private Response put(byte[] body, String... headers) {
    var request = as(TestCallers.MEMBER).contentType(OCTETS).body(body);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.put("/v2/images/{id}/file", id);
  }

  private void assertQueuedAndClean() throws Exception {
    assertThat(registry.row(id).status()).isEqualTo(ImageStatus.QUEUED);
    assertThat(ledger.open()).isEmpty();
    assertThat(files()).isEmpty();
    assertThat(MemoryStoreType.store("m1").objects).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000, 3_000_000})
  void anUploadMakesTheImageActive(int length) throws Exception { // UP-01, UP-17, HASH-01, HASH-02
    queued();
    byte[] body = bytes(length);
    put(body).then().statusCode(204);
    ImageMetadata image = registry.row(id);
    assertThat(image.status()).isEqualTo(ImageStatus.ACTIVE);
    assertThat(image.size()).isEqualTo(length);
    assertThat(image.virtualSize()).isEqualTo(length);
    assertThat(image.checksum()).isEqualTo(hex("MD5", body));
    assertThat(image.osHashAlgo()).isEqualTo("sha512");
    assertThat(image.osHashValue()).isEqualTo(hex("SHA-512", body));
    assertThat(Files.readAllBytes(settings.images().resolve(id))).isEqualTo(body);
  }

  @Test
  void theIntentNamesThePlaceBeforeTheBytesAndTheLocationItsStore() throws Exception { // UP-19
    queued();
    put(bytes(10)).then().statusCode(204);
    String url = "file://" + settings.images().resolve(id);
    assertThat(ledger.begun.get(0).location()).isEqualTo(url);
    assertThat(ledger.begun.get(0).store()).isEqualTo("files");
    assertThat(ledger.begun.get(0).size()).isEqualTo(10);
    assertThat(registry.row(id).locations())
        .singleElement()
        .satisfies(
            location -> {
              assertThat(location.url()).isEqualTo(url);
              assertThat(location.metadata()).isEqualTo(Map.of("store", "files"));
            });
  }

  @Test
  void anEmptyBodyMakesAnEmptyImage() { // UP-16
    queued();
    put(new byte[0]).then().statusCode(204);
    assertThat(registry.row(id).size()).isZero();
    assertThat(registry.row(id).virtualSize()).isNull();
    assertThat(registry.row(id).status()).isEqualTo(ImageStatus.ACTIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/json", ""})
  void anotherContentTypeIsRefused(String type) { // UP-02
    queued();
    var request = as(TestCallers.MEMBER).body(new byte[1]);
    if (!type.isEmpty()) {
      request.contentType(type);
    } else {
      request.noContentType();
    }
    request.put("/v2/images/{id}/file", id).then().statusCode(415);
    assertThat(registry.row(id).status()).isEqualTo(ImageStatus.QUEUED);
  }

  @Test
  void theSizeHeaderMustBeTheTruth() throws Exception { // UP-03
    queued();
    put(bytes(10), "x-openstack-image-size", "ten").then().statusCode(400);
    put(bytes(10), "x-openstack-image-size", "11").then().statusCode(400);
    put(bytes(10), "x-openstack-image-size", "9").then().statusCode(400);
    assertQueuedAndClean();
    put(bytes(10), "x-openstack-image-size", "10").then().statusCode(204);
  }

  @Test
  void aSizeAboveTheCapIsRefusedBeforeTheIntent() throws Exception { // UP-04, QUO-06
    queued();
    settings.set("image_size_cap", "9");
    put(bytes(10)).then().statusCode(413);
    assertThat(ledger.begun).isEmpty();
    assertQueuedAndClean();
  }

  @Test
  void aFullQuotaIsRefused() throws Exception { // UP-04, UP-09, QUO-05
    queued();
    settings.set("user_storage_quota", "1KB");
    put(bytes(1025)).then().statusCode(413);
    ledger.failBegin = GlanceException.tooLarge("quota");
    put(bytes(1)).then().statusCode(413);
    ledger.failBegin = null;
    put(bytes(1024)).then().statusCode(204);
    assertThat(ledger.begun.get(0).quotaBytes()).isEqualTo(1024);
  }

  @Test
  void missingFormatsAreNamed() { // UP-05
    put(new TestImage(id).formats(null, "bare"));
    put(bytes(1))
        .then()
        .statusCode(400)
        .body(containsString("Property disk_format must be set prior to saving data."));
    put(new TestImage(id));
    put(bytes(1))
        .then()
        .statusCode(400)
        .body(
            containsString(
                "Properties disk_format, container_format must be set prior to saving data."));
  }

  @ParameterizedTest
  @EnumSource(
      value = ImageStatus.class,
      names = {"SAVING", "ACTIVE", "DEACTIVATED", "KILLED"})
  void anImageThatIsNotQueuedIsRefused(ImageStatus status) throws Exception { // UP-06, REL-11
    put(new TestImage(id).formats("raw", "bare").status(status));
    put(bytes(1)).then().statusCode(409);
    assertThat(registry.row(id).status()).isEqualTo(status);
    assertThat(files()).isEmpty();
  }

  @Test
  void theHeaderChoosesTheStore() throws Exception { // UP-07
    queued();
    put(bytes(10), "X-Image-Meta-Store", "nowhere")
        .then()
        .statusCode(400)
        .body(containsString("found in URI"));
    put(bytes(10), "X-Image-Meta-Store", "readonly").then().statusCode(410);
    assertQueuedAndClean();
    put(bytes(10), "X-Image-Meta-Store", "m1").then().statusCode(204);
    assertThat(MemoryStoreType.store("m1").objects.get(id)).isEqualTo(bytes(10));
    assertThat(registry.row(id).locations().get(0).metadata()).isEqualTo(Map.of("store", "m1"));
  }

  @ParameterizedTest
  @CsvSource({"FULL,413", "DENIED,503", "UNAVAILABLE,503", "BROKEN,500", "MISMATCH,400"})
  void aFailingStoreLeavesTheImageQueued(Kind kind, int status) throws Exception { // UP-10, REL-06
    queued();
    MemoryStoreType.store("m1").failWrite = kind;
    put(bytes(10), "X-Image-Meta-Store", "m1").then().statusCode(status);
    assertQueuedAndClean();
  }

  @Test
  void aDeleteDuringTheUploadWins() throws Exception { // UP-12, IMG-27
    queued();
    ledger.beforeFinish = () -> ledger.deleteImage(id);
    put(bytes(10)).then().statusCode(410).body(containsString("could not be found after upload"));
    assertThat(files()).isEmpty();
    assertThat(ledger.open()).isEmpty();
  }

  @Test
  void contentOfAnotherFormatIsRefusedAndTheIdIsFreeAgain() throws Exception { // UP-15
    put(new TestImage(id).formats("qcow2", "bare"));
    put(bytes(5000)).then().statusCode(415).body(containsString("does not match"));
    assertQueuedAndClean();
  }

  @Test
  void foreignersAndReadersAreRefused() { // UP-18
    put(new TestImage(id).formats("raw", "bare").visibility(Visibility.PUBLIC));
    String path = "/v2/images/" + id + "/file";
    byte[] one = bytes(1);
    as(TestCallers.OTHER).contentType(OCTETS).body(one).put(path).then().statusCode(403);
    as(TestCallers.READER)
        .contentType(OCTETS)
        .body(one)
        .put(path)
        .then()
        .statusCode(403)
        .body(containsString("Not allowed to upload image data for image " + id));
    as(TestCallers.ANONYMOUS).contentType(OCTETS).body(one).put(path).then().statusCode(403);
    put(new TestImage(id).formats("raw", "bare").visibility(Visibility.PRIVATE));
    as(TestCallers.OTHER).contentType(OCTETS).body(one).put(path).then().statusCode(404);
    assertThat(ledger.begun).isEmpty();
  }

  @Test
  void aLostAnswerIsAskedForAgain() throws Exception { // REL-13
    queued();
    ledger.lostAnswers = 2;
    put(bytes(10)).then().statusCode(204);
    assertThat(registry.row(id).status()).isEqualTo(ImageStatus.ACTIVE);
    assertThat(files()).hasSize(1);
  }

  @Test
  void aLostCallIsSentAgain() throws Exception { // REL-13
    queued();
    ledger.lostCalls = 2;
    put(bytes(10)).then().statusCode(204);
    assertThat(registry.row(id).status()).isEqualTo(ImageStatus.ACTIVE);
  }

  @Test
  void bytesThatAreThereAlreadyStay() throws Exception {
    queued();
    Files.write(settings.images().resolve(id), bytes(5));
    put(bytes(10)).then().statusCode(409);
    assertThat(Files.readAllBytes(settings.images().resolve(id))).isEqualTo(bytes(5));
    assertThat(registry.row(id).status()).isEqualTo(ImageStatus.QUEUED);
    assertThat(ledger.open()).extracting(Intent::id).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFaultAfterTheCommitKeepsTheIntentForTheSweep(boolean error) { // REL-04, REL-13
    queued();
    ledger.beforeFinish =
        () -> {
          if (error) {
            throw new AssertionError("asked to fail");
          }
          throw new IllegalStateException("asked to fail");
        };
    put(bytes(10), "X-Image-Meta-Store", "m1").then().statusCode(500);
    assertThat(MemoryStoreType.store("m1").objects).containsKey(id);
    assertThat(ledger.open()).hasSize(1);
    assertThat(registry.row(id).status()).isEqualTo(ImageStatus.SAVING);
  }

  @Test
  void aFaultInTheCommitKeepsTheIntentForTheSweep() { // REL-04, REL-13
    queued();
    MemoryStoreType.store("m1").faultAfterCommit = true;
    put(bytes(10), "X-Image-Meta-Store", "m1").then().statusCode(500);
    assertThat(MemoryStoreType.store("m1").objects).containsKey(id);
    assertThat(ledger.open()).hasSize(1);
  }
}
