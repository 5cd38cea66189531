package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Call;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Persona;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.DiffersFromPeer;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlackBoxUploadIT extends BlackBox {
  @ParameterizedTest
  @ValueSource(ints = {1, 10, 65_536, 3_000_001})
  @DisplayName("UP-01 UP-17 HASH-01 HASH-02 DOWN-01: bytes go in and come out, hashed and counted")
  void bytesGoInAndComeOut(int size) throws NoSuchAlgorithmException {
    byte[] data = data(size);
    String id = owner.image();
    assertThat(owner.show(id).path("os_hash_algo").isNull()).isTrue();
    assertThat(owner.upload(id, data).expect(204).body()).isEmpty();
    JsonNode image = owner.show(id);
    assertThat(image.path("status").asText()).isEqualTo("active");
    assertThat(image.path("size").asInt()).isEqualTo(size);
    assertThat(image.path("virtual_size").asInt()).isEqualTo(size);
    assertThat(image.path("checksum").asText()).isEqualTo(hash("MD5", data));
    assertThat(image.path("os_hash_algo").asText()).isEqualTo("sha512");
    assertThat(image.path("os_hash_value").asText()).isEqualTo(hash("SHA-512", data));
    Reply reply = owner.download(id).expect(200);
    assertThat(reply.body()).isEqualTo(data);
    assertThat(reply.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(reply.header("Content-Length")).isEqualTo(String.valueOf(size));
    assertThat(reply.header("Content-MD5")).isEqualTo(hash("MD5", data));
  }

  @Test
  @DisplayName("UP-01: bytes in chunks without a length are taken, as glanceclient sends them")
  void chunkedBytesAreTaken() {
    byte[] data = data(200_000);
    String id = owner.image();
    owner.uploadChunked(id, data).expect(204);
    assertThat(owner.download(id).body()).isEqualTo(data);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/json", "application/x-www-form-urlencoded", ""})
  @DisplayName("UP-02: another content type, or none, answers 415")
  void anotherContentTypeAnswers415(String type) {
    String id = owner.image();
    Call call = owner.call("PUT", Actor.file(id)).untyped(data(10));
    (type.isEmpty() ? call : call.header("Content-Type", type)).send().expect(415);
    assertThat(owner.show(id).path("status").asText()).isEqualTo("queued");
  }

  @ParameterizedTest
  @CsvSource({"10,204", "9,400", "11,400", "x,400", "-5,400", "1.0,400"})
  @DisplayName("UP-03: x-openstack-image-size says how many bytes must come")
  @DiffersFromPeer("UP-03: Zed ignores x-openstack-image-size")
  void theDeclaredSizeMustBeTheRealOne(String declared, int status) {
    String id = owner.image();
    owner
        .call("PUT", Actor.file(id))
        .header("x-openstack-image-size", declared)
        .bytes(data(10))
        .send()
        .expect(status);
    assertThat(owner.show(id).path("status").asText())
        .isEqualTo(status == 204 ? "active" : "queued");
  }

  @Test
  @DisplayName("UP-03: after a wrong size the image takes the right bytes")
  @DiffersFromPeer("UP-03: Zed ignores x-openstack-image-size")
  void afterAWrongSizeTheImageTakesTheRightBytes() {
    String id = owner.image();
    owner
        .call("PUT", Actor.file(id))
        .header("x-openstack-image-size", "11")
        .bytes(data(10))
        .send()
        .expect(400);
    assertThat(owner.show(id).path("checksum").isNull()).isTrue();
    byte[] data = data(12);
    owner.upload(id, data).expect(204);
    assertThat(owner.download(id).body()).isEqualTo(data);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "file2"})
  @DisplayName("UP-07 UP-19 IMG-05: the caller chooses the store")
  void theCallerChoosesTheStore(String store) {
    String id = owner.image();
    uploadTo(store, id).expect(204);
    JsonNode image = owner.show(id);
    assertThat(image.path("stores").asText()).isEqualTo(store);
    assertThat(image.at("/locations/0/metadata/store").asText()).isEqualTo(store);
    assertThat(owner.download(id).expect(200).body()).hasSize(10);
  }

  @Test
  @DisplayName("UP-07: an unknown store answers 400, a read-only one 410, and nothing changes")
  void anUnknownStoreAnswers400() {
    String id = owner.image();
    uploadTo("attic", id).expect(400);
    uploadTo("http", id).expect(410);
    assertThat(owner.show(id).path("status").asText()).isEqualTo("queued");
    uploadTo("file", id).expect(204);
  }

  @Test
  @DisplayName("UP-16: no bytes make an active image of size 0")
  void noBytesMakeAnActiveImage() {
    String id = owner.active(data(0));
    JsonNode image = owner.show(id);
    assertThat(image.path("status").asText()).isEqualTo("active");
    assertThat(image.path("size").asInt(-1)).isZero();
    assertThat(image.path("virtual_size").isNull()).isTrue();
    assertThat(image.path("checksum").asText()).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
    assertThat(owner.download(id).expect(200).body()).isEmpty();
  }

  @Test
  @DisplayName("UP-17: the virtual size of a qcow2 image is what its header says")
  void theVirtualSizeIsWhatTheHeaderSays() {
    ByteBuffer header = ByteBuffer.allocate(65_536);
    header.putInt(0x514649fb).putInt(2).putLong(0).putInt(0).putInt(16).putLong(7L << 20);
    String id = owner.active(header.array(), "disk_format", "qcow2");
    assertThat(owner.show(id).path("virtual_size").asLong()).isEqualTo(7L << 20);
    assertThat(owner.show(id).path("size").asLong()).isEqualTo(65_536);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ami", "ari", "aki"})
  @DisplayName("UP-17: Amazon's formats take any bytes")
  void amazonsFormatsTakeAnyBytes(String format) {
    String id = owner.active(data(100), "disk_format", format, "container_format", format);
    assertThat(owner.show(id).path("size").asInt()).isEqualTo(100);
  }

  @Test
  @DisplayName("UP-18 POL-08: invisible 404, visible but foreign 403, a reader 403, no image 404")
  void onlyTheOwnerUploads() {
    String hidden = as(Persona.MEMBER).image("visibility", "private");
    String seen = owner.image("visibility", "community");
    String shared = owner.image();
    owner
        .post("/v2/images/" + shared + "/members", Map.of("member", stranger().projectText()))
        .expect(200);
    stranger().upload(hidden, data(3)).expect(404);
    stranger().upload(seen, data(3)).expect(403);
    stranger().upload(shared, data(3)).expect(403);
    as(Persona.READER).upload(hidden, data(3)).expect(403);
    owner.upload("nope", data(3)).expect(404);
    admin().upload(hidden, data(3)).expect(204);
  }

  @Test
  @DisplayName("UP-06: the bytes of the first upload stay")
  void theBytesOfTheFirstUploadStay() {
    byte[] first = data(1000);
    String id = owner.active(first);
    owner.upload(id, data(1000)).expect(409);
    owner.uploadChunked(id, data(1000)).expect(409);
    uploadTo("file2", id).expect(409);
    assertThat(owner.download(id).body()).isEqualTo(first);
    assertThat(Json.texts(owner.show(id).path("locations"), "url")).hasSize(1);
  }

  @Test
  @DisplayName("UP-06 REL: a refused upload leaves a queued image that takes the next one")
  void aRefusedUploadLeavesAQueuedImage() {
    String id = owner.image("disk_format", null);
    for (int i = 0; i < 3; i++) {
      owner.upload(id, data(10)).expect(400);
    }
    owner.patch(id, Json.op("replace", "/disk_format", "raw")).expect(200);
    owner.upload(id, data(10)).expect(204);
    assertThat(owner.show(id).path("size").asInt()).isEqualTo(10);
  }

  private Reply uploadTo(String store, String id) {
    return owner
        .call("PUT", Actor.file(id))
        .header("X-Image-Meta-Store", store)
        .bytes(data(10))
        .send();
  }

  private static String hash(String algorithm, byte[] data) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(data));
  }
}
