package io.glance.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.glance.api.testing.TestCallers;
import io.glance.api.testing.TestImage;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.Location;
import io.glance.model.image.Visibility;
import io.glance.store.spi.StoreException.Kind;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DataApiProfile.class)
class ImageDownloadTest extends DataApiTest {
  private static final int SIZE = 1_000_000;

  @TestHTTPResource URI server;

  private Response get(String... headers) {
    var request = as(TestCallers.MEMBER);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request.get("/v2/images/{id}/file", id);
  }

  /** Once out of a file, once out of a stream. */
  private byte[] prepared(String source) throws Exception {
    byte[] bytes = bytes(SIZE);
    if (source.equals("file")) {
      activeFile(bytes);
    } else {
      active(bytes, inMemory("m1", bytes));
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "stream"})
  void theWholeImageComesWithLengthAndChecksum(String source) throws Exception { // DOWN-01, DOWN-15
    byte[] bytes = prepared(source);
    Response response = get("Accept", "application/json");
    response
        .then()
        .statusCode(200)
        .contentType(OCTETS)
        .header("Content-Length", String.valueOf(SIZE))
        .header("Content-MD5", hex("MD5", bytes));
    assertThat(response.asByteArray()).isEqualTo(bytes);
    assertThat(response.header("Content-Range")).isNull();
    assertThat(response.header("Transfer-Encoding")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Range, bytes=0-0, 0, 1",
    "Range, bytes=10-19, 10, 10",
    "Range, bytes=999990-, 999990, 10",
    "Range, bytes=-7, 999993, 7",
    "Range, bytes=999990-2000000, 999990, 10",
    "Range, bytes=-2000000, 0, 1000000",
    "Range, bytes=0-999999, 0, 1000000",
    "Content-Range, bytes 10-19/*, 10, 10",
    "Content-Range, bytes 10-19/1000000, 10, 10"
  })
  void aRangeComesAsPart(String header, String value, int start, int length)
      throws Exception { // DOWN-03, DOWN-06
    for (String source : List.of("file", "stream")) {
      byte[] bytes = prepared(source);
      Response response = get(header, value);
      response
          .then()
          .statusCode(206)
          .header("Content-Length", String.valueOf(length))
          .header("Content-Range", "bytes " + start + "-" + (start + length - 1) + "/" + SIZE)
          .header("Content-MD5", hex("MD5", bytes));
      assertThat(response.asByteArray())
          .isEqualTo(Arrays.copyOfRange(bytes, start, start + length));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Range | bytes=0-1,3-4 | 400",
        "Range | bytes=5-2 | 416",
        "Range | bytes=1000000- | 416",
        "Range | bytes=a-b | 416",
        "Range | bytes=- | 416",
        "Range | bytes=99999999999999999999- | 416",
        "Range | lines=1-2 | 416",
        "Content-Range | bytes 0-1000000/* | 416",
        "Content-Range | bytes 0-1000000/2000000 | 416",
        "Content-Range | bytes */5 | 416",
        "Content-Range | bytes 5-1/* | 416"
      })
  void aRangeThatCannotBeIsRefused(String header, String value, int status)
      throws Exception { // DOWN-04, DOWN-05, DOWN-06
    prepared("file");
    get(header, value).then().statusCode(status);
  }

  @Test
  void rangeWinsOverContentRange() throws Exception { // DOWN-06
    prepared("file");
    get("Range", "bytes=0-4", "Content-Range", "bytes 10-30/*")
        .then()
        .statusCode(206)
        .header("Content-Range", "bytes 0-4/" + SIZE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"QUEUED", "SAVING", "UPLOADING", "IMPORTING"})
  void anImageWithoutDataHasNoContent(ImageStatus status) { // DOWN-02, DOWN-07
    put(new TestImage(id).status(status));
    assertThat(get().then().statusCode(204).extract().asByteArray()).isEmpty();
    get("Range", "bytes=0-1").then().statusCode(204);
  }

  @Test
  void anEmptyImageIsEmpty() throws Exception { // UP-16
    activeFile(new byte[0]);
    get().then().statusCode(200).header("Content-Length", "0");
    get("Range", "bytes=0-1").then().statusCode(416);
  }

  @Test
  void aDeactivatedImageIsForAdminsOnly() throws Exception { // DOWN-08, ACT-04
    byte[] bytes = prepared("file");
    put(new TestImage(registry.row(id)).status(ImageStatus.DEACTIVATED));
    get()
        .then()
        .statusCode(403)
        .body(
            containsString(
                "The requested image has been deactivated. Image data download is forbidden."));
    Response response = as(TestCallers.ADMIN).get("/v2/images/{id}/file", id);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.asByteArray()).isEqualTo(bytes);
  }

  @Test
  void readersDoNotGetTheBytesOfTheirImages() throws Exception { // DOWN-09
    prepared("file");
    String path = "/v2/images/" + id + "/file";
    as(TestCallers.READER).get(path).then().statusCode(403);
    as(TestCallers.OTHER).get(path).then().statusCode(404);
    put(new TestImage(registry.row(id)).visibility(Visibility.COMMUNITY));
    as(TestCallers.OTHER).get(path).then().statusCode(200);
  }

  @Test
  void theHeaviestStoreIsReadFirstAndTheNextWhereItFails() throws Exception { // DOWN-10, STORE-04
    byte[] bytes = bytes(10);
    byte[] light = new byte[10];
    active(bytes, inMemory("m1", light), inMemory("m2", bytes));
    assertThat(get().asByteArray()).isEqualTo(bytes);
    MemoryStoreType.store("m2").failOpen = Kind.UNAVAILABLE;
    assertThat(get().asByteArray()).isEqualTo(light);
  }

  @Test
  void bytesMissingEverywhereAreNoContent() throws Exception { // DOWN-10
    byte[] bytes = bytes(10);
    active(bytes, inMemory("m1", bytes), inMemory("m2", bytes));
    MemoryStoreType.store("m1").objects.clear();
    MemoryStoreType.store("m2").objects.clear();
    get().then().statusCode(204);
    MemoryStoreType.store("m2").failOpen = Kind.UNAVAILABLE;
    get().then().statusCode(503);
  }

  @Test
  void preferredStoresAreReadFirst() throws Exception { // DOWN-11
    byte[] heavy = bytes(10);
    byte[] light = new byte[10];
    active(heavy, inMemory("m1", light), inMemory("m2", heavy));
    String path = "/v2/images/" + id + "/file";
    assertThat(as(TestCallers.MEMBER).get(path + "?prefer=m1").asByteArray()).isEqualTo(light);
    assertThat(as(TestCallers.MEMBER).get(path + "?prefer=files,m1").asByteArray())
        .isEqualTo(light);
    as(TestCallers.MEMBER).get(path + "?prefer=nowhere").then().statusCode(400);
    MemoryStoreType.store("m1").failOpen = Kind.UNAVAILABLE;
    assertThat(as(TestCallers.MEMBER).get(path + "?prefer=m1").asByteArray()).isEqualTo(heavy);
  }

  @Test
  void anotherLocationGoesOnWhereOneFailsOnTheWay() throws Exception { // REL-10
    byte[] bytes = bytes(SIZE);
    active(bytes, inMemory("m1", bytes), inMemory("m2", bytes));
    MemoryStoreType.store("m2").failReadAt = 600_001;
    Response response = get();
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.asByteArray()).isEqualTo(bytes);
  }

  @Test
  void aDownloadThatCannotGoOnIsCut() throws Exception { // REL-10
    byte[] bytes = bytes(SIZE);
    active(bytes, inMemory("m1", bytes));
    MemoryStoreType.store("m1").failReadAt = 600_001;
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/v2/images/" + id + "/file"))
            .header(TestCallers.HEADER, TestCallers.MEMBER)
            .build();
    assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 500_000, 1_000_001})
  void bytesOfAnotherLengthAreNotSent(int length) throws Exception { // REL-09, REL-10
    Files.write(activeFile(bytes(SIZE)), bytes(length));
    get().then().statusCode(503);
  }

  @Test
  void aLocationWithoutItsStoresNameIsReadByItsUrl() throws Exception { // STORE-06
    byte[] bytes = bytes(10);
    java.nio.file.Path file = activeFile(bytes);
    active(bytes, Location.of("file://" + file, Map.of()));
    assertThat(get().asByteArray()).isEqualTo(bytes);
    active(bytes, Location.of("file://" + file, Map.of("backend", "files")));
    assertThat(get().asByteArray()).isEqualTo(bytes);
  }

  @Test
  void marksOfAnImportUnderWayAreNotServed() throws Exception {
    byte[] bytes = bytes(10);
    active(
        bytes,
        Location.of("pending://parallel-import/" + id + "/m1", Map.of("store", "m1")),
        inMemory("m2", bytes));
    assertThat(get().asByteArray()).isEqualTo(bytes);
  }
}
