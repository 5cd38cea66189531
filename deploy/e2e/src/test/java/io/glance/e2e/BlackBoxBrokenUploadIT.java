package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Poll;
import io.glance.e2e.client.RawHttp;
import io.glance.e2e.target.DiffersFromPeer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Uploads that don't come to their end, byte by byte over plain sockets. */
class BlackBoxBrokenUploadIT extends BlackBox {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  @DisplayName("UP-11: when the client of a declared length goes away the image is queued again")
  void whenTheClientGoesAwayTheImageIsQueuedAgain() throws IOException {
    String id = owner.image();
    try (RawHttp connection = begin(id, "Content-Length: 1000000")) {
      connection.send(data(400_000));
      await(id, "saving");
      connection.reset();
    }
    takesTheNextUpload(id);
  }

  @Test
  @DisplayName("UP-11: when the client of a chunked upload goes away the image is queued again")
  void whenAChunkedClientGoesAwayTheImageIsQueuedAgain() throws IOException {
    String id = owner.image();
    try (RawHttp connection = begin(id, "Transfer-Encoding: chunked")) {
      connection.send("186a0\r\n");
      connection.send(data(100_000));
      connection.send("\r\n186a0\r\n");
      connection.send(data(50_000));
      await(id, "saving");
      connection.reset();
    }
    takesTheNextUpload(id);
  }

  @Test
  @DisplayName("UP-12 IMG-27: an image deleted while bytes come in ends the upload with 410")
  void anImageDeletedWhileBytesComeIn() throws IOException {
    String id = owner.image();
    try (RawHttp connection = begin(id, "Content-Length: 300000")) {
      connection.send(data(100_000));
      await(id, "saving");
      owner.delete("/v2/images/" + id).expect(204);
      connection.send(data(200_000));
      assertThat(connection.status()).isEqualTo(410);
    }
    owner.get("/v2/images/" + id).expect(404);
  }

  @Test
  @DisplayName("UP-06 REL-11: while bytes come in another upload answers 409")
  void whileBytesComeInAnotherUploadAnswers409() throws IOException {
    String id = owner.image();
    byte[] data = data(200_000);
    try (RawHttp connection = begin(id, "Content-Length: 400000")) {
      connection.send(data);
      await(id, "saving");
      owner.upload(id, data(10)).expect(409);
      owner.download(id).expect(204);
      connection.send(data);
      assertThat(connection.status()).isEqualTo(204);
    }
    assertThat(owner.download(id).expect(200).body()).hasSize(400_000).startsWith(data);
  }

  @Test
  @DisplayName("REL-12 PATCH: what is patched while bytes come in stays")
  @DiffersFromPeer("REL-12: the peer's upload may undo the patch")
  void whatIsPatchedWhileBytesComeInStays() throws IOException {
    String id = owner.image();
    try (RawHttp connection = begin(id, "Content-Length: 200000")) {
      connection.send(data(100_000));
      await(id, "saving");
      owner.patch(id, "[{\"op\":\"add\",\"path\":\"/x\",\"value\":\"y\"}]").expect(200);
      owner.put("/v2/images/" + id + "/tags/t").expect(204);
      connection.send(data(100_000));
      assertThat(connection.status()).isEqualTo(204);
    }
    JsonNode image = owner.show(id);
    assertThat(image.path("status").asText()).isEqualTo("active");
    assertThat(image.path("x").asText()).isEqualTo("y");
    assertThat(image.path("tags")).hasSize(1);
  }

  @Test
  @DisplayName("UP-01: Expect: 100-continue is answered before the bytes, as curl wants it")
  void expectContinueIsAnswered() throws IOException {
    String id = owner.image();
    try (RawHttp connection = begin(id, "Content-Length: 3", "Expect: 100-continue")) {
      assertThat(connection.status()).isEqualTo(100);
      connection.send("abc");
      assertThat(connection.status()).isEqualTo(204);
    }
    assertThat(owner.download(id).expect(200).text()).isEqualTo("abc");
  }

  private RawHttp begin(String id, String... headers) throws IOException {
    String[] all = new String[headers.length + 1];
    System.arraycopy(headers, 0, all, 1, headers.length);
    all[0] = "Content-Type: application/octet-stream";
    RawHttp connection = new RawHttp(target.url(), PATIENCE);
    connection.send(
        RawHttp.head("PUT " + Actor.file(id) + " HTTP/1.1", owner.identity(), all)
            .getBytes(StandardCharsets.ISO_8859_1));
    return connection;
  }

  private void await(String id, String status) {
    Poll.until(PATIENCE, () -> owner.show(id).path("status").asText(), status::equals);
  }

  private void takesTheNextUpload(String id) {
    await(id, "queued");
    JsonNode image = owner.show(id);
    assertThat(image.path("size").isNull()).isTrue();
    assertThat(image.path("checksum").isNull()).isTrue();
    assertThat(image.path("locations")).isEmpty();
    byte[] data = data(1000);
    owner.upload(id, data).expect(204);
    assertThat(owner.download(id).body()).isEqualTo(data);
  }
}
