package io.glance.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Raw bytes on a socket: what no HTTP client would send. */
@QuarkusTest
@TestProfile(EdgeProfile.class)
class FramingTest {
  private static final String UPLOAD = "PUT /v2/images/x/file HTTP/1.1\r\n";
  private static final String HOST = "Host: h\r\n";
  private static final String TOKEN = "X-Auth-Token: admin\r\n";
  private static final String DATA = "Content-Type: application/octet-stream\r\n";

  @TestHTTPResource("/")
  URL url;

  // SEC-47
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: abc\r\n\r\n",
        "Content-Length: +3\r\n\r\nabc",
        "Content-Length: 3 3\r\n\r\nabc",
        "Content-Length: 12345678901234567890123\r\n\r\n",
        "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "Transfer-Encoding: identity\r\n\r\n",
        "Transfer-Encoding: xchunked\r\n\r\n",
        "Host: other\r\nContent-Length: 0\r\n\r\n",
        "Bad Name: x\r\nContent-Length: 0\r\n\r\n",
        "Name : x\r\nContent-Length: 0\r\n\r\n",
        "Name: a\u0000b\r\nContent-Length: 0\r\n\r\n",
        "Name: a\rb\r\nContent-Length: 0\r\n\r\n",
      })
  void refusesAmbiguousRequests(String rest) throws IOException {
    assertThat(send(UPLOAD + HOST + TOKEN + DATA + rest)).startsWith("HTTP/1.1 400");
  }

  // SEC-47
  @Test
  void refusesAMissingHostAndAnotherServersUrl() throws IOException {
    assertThat(send("GET / HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400");
    assertThat(send("GET http://other/v2/images HTTP/1.1\r\n" + HOST + "\r\n"))
        .startsWith("HTTP/1.1 400");
    assertThat(send("GET / HTTP/1.1\r\nHost: a\"b\r\n\r\n")).startsWith("HTTP/1.1 400");
  }

  // SEC-46
  @Test
  void limitsTheRequestLineAndTheHeaders() throws IOException {
    assertThat(send("GET /" + "a".repeat(9000) + " HTTP/1.1\r\n" + HOST + "\r\n"))
        .startsWith("HTTP/1.0 414");
    assertThat(send("GET / HTTP/1.1\r\n" + HOST + "A: " + "a".repeat(17000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431");
    assertThat(send("GET / HTTP/1.1\r\n" + HOST + "A: a\r\n".repeat(101) + "\r\n"))
        .startsWith("HTTP/1.1 431");
    assertThat(send("GET / HTTP/1.1\r\n" + HOST + "A".repeat(257) + ": a\r\n\r\n"))
        .startsWith("HTTP/1.1 431");
  }

  // SEC-47
  @Test
  void anUploadMustSayHowItEnds() throws IOException {
    assertThat(send(UPLOAD + HOST + TOKEN + DATA + "\r\n")).startsWith("HTTP/1.1 411");
  }

  // SEC-47
  @ParameterizedTest
  @ValueSource(strings = {"chunked", "Chunked"})
  void takesChunkedUploadsAsTheyAre(String encoding) throws IOException {
    String answer =
        send(
            "POST /v2/cache/clean HTTP/1.1\r\n"
                + HOST
                + TOKEN
                + "Transfer-Encoding: "
                + encoding
                + "\r\n\r\n3\r\n[1]\r\n0\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 200").endsWith("[1]");
  }

  // SEC-46
  @Test
  void refusesLongJsonBeforeItIsSent() throws IOException {
    String answer =
        send(
            "POST /v2/images HTTP/1.1\r\n"
                + HOST
                + TOKEN
                + "Content-Length: 1048577\r\nContent-Type: application/json\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413").containsIgnoringCase("connection: close");
  }

  // A client that is still sending sees the answer before the connection ends.
  @Test
  void unreadBodiesEndTheConnectionAfterTheAnswer() throws IOException {
    String answer =
        send(UPLOAD + HOST + DATA + "Content-Length: 10000000\r\n\r\n" + "x".repeat(200_000));
    assertThat(answer)
        .startsWith("HTTP/1.1 401")
        .containsIgnoringCase("connection: close")
        .contains("could not verify");
  }

  // A small body that is refused doesn't cost the connection.
  @Test
  void smallUnreadBodiesAreSkipped() throws IOException {
    String first =
        "DELETE /v2/images/x HTTP/1.1\r\n" + HOST + TOKEN + "Content-Length: 5\r\n\r\nhello";
    String second = "GET /versions HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n";
    assertThat(send(first + second))
        .startsWith("HTTP/1.1 400")
        .contains("HTTP/1.1 200 OK")
        .contains("CURRENT");
  }

  private String send(String bytes) throws IOException {
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(5000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      StringBuilder answer = new StringBuilder();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      int count = in.read(buffer);
      while (count > 0) {
        answer.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
        boolean whole = answer.indexOf("\r\n\r\n") >= 0;
        boolean stays = answer.toString().toLowerCase().indexOf("connection: close") < 0;
        if (whole && stays && !bytes.contains("Connection: close")) {
          return answer.toString();
        }
        count = in.read(buffer);
      }
      return answer.toString();
    }
  }
}
