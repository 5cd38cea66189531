package io.glance.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.api.testing.TestCallers;
import io.glance.model.image.ImageStatus;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads over bare sockets: in chunks, asked for first, and cut. */
@QuarkusTest
@TestProfile(DataApiProfile.class)
class BrokenUploadTest extends DataApiTest {
  @TestHTTPResource URI server;

  private Socket start(String... headers) throws IOException {
    Socket socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(20_000);
    StringBuilder head = new StringBuilder("PUT /v2/images/" + id + "/file HTTP/1.1\r\n");
    head.append("Host: localhost\r\nContent-Type: ").append(OCTETS).append("\r\n");
    head.append(TestCallers.HEADER + ": " + TestCallers.MEMBER + "\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    send(socket, head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void send(Socket socket, byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  private static void chunk(Socket socket, byte[] bytes) throws IOException {
    send(socket, (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    send(socket, bytes);
    send(socket, "\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static String firstLine(Socket socket) throws IOException {
    return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
        .readLine();
  }

  @Test
  void anUploadInChunksIsTaken() throws Exception { // UP-01
    queued();
    try (Socket socket = start("Transfer-Encoding: chunked")) {
      chunk(socket, bytes(100_000));
      chunk(socket, bytes(7));
      send(socket, "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(firstLine(socket)).contains(" 204 ");
    }
    assertThat(registry.row(id).size()).isEqualTo(100_007);
    assertThat(ledger.begun.get(0).size()).isNull();
  }

  @Test
  void whoAsksFirstIsToldToGoOn() throws Exception { // UP-01
    queued();
    try (Socket socket = start("Content-Length: 10", "Expect: 100-continue")) {
      assertThat(firstLine(socket)).contains(" 100 ");
      send(socket, bytes(10));
      await(ImageStatus.ACTIVE, 20);
    }
  }

  @Test
  void whoAsksFirstIsRefusedBeforeSending() throws Exception { // UP-06
    queued();
    settings.set("image_size_cap", "9");
    try (Socket socket = start("Content-Length: 10", "Expect: 100-continue")) {
      assertThat(firstLine(socket)).contains(" 413 ");
    }
  }

  @ParameterizedTest(name = "{0}, {1} bytes, reset {2}")
  @CsvSource({
    "Content-Length: 3000000,0,false",
    "Content-Length: 3000000,1,false",
    "Content-Length: 3000000,2000000,false",
    "Content-Length: 3000000,2999999,true",
    "Transfer-Encoding: chunked,0,false",
    "Transfer-Encoding: chunked,2000000,false",
    "Transfer-Encoding: chunked,2000000,true"
  })
  void aCutUploadLeavesNothingWithinFiveSeconds(String framing, int length, boolean reset)
      throws Exception { // UP-11, REL-03
    queued();
    try (Socket socket = start(framing)) {
      if (length > 0 && framing.toLowerCase(Locale.ROOT).contains("chunked")) {
        chunk(socket, bytes(length));
      } else {
        send(socket, bytes(length));
      }
      await(ImageStatus.SAVING, 10);
      if (reset) {
        socket.setSoLinger(true, 0);
      }
    }
    await(ImageStatus.QUEUED, 5);
    assertThat(ledger.open()).isEmpty();
    assertThat(files()).isEmpty();
    assertThat(Files.exists(settings.images().resolve(id))).isFalse();
  }

  private void await(ImageStatus status, int seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (registry.row(id).status() != status && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(registry.row(id).status()).isEqualTo(status);
  }
}
