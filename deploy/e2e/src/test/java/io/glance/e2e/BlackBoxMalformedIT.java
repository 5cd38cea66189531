package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Persona;
import io.glance.e2e.client.RawHttp;
import io.glance.e2e.target.Auth;
import io.glance.e2e.target.OursOnly;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * SEC-66: the malformed requests of {@code malformed-requests.jsonl}, byte for byte. Many of them
 * bring Python Glance down to 500 or silence.
 */
@OursOnly("SEC-66: the peer answers 500, or nothing, to 46 of them")
class BlackBoxMalformedIT extends BlackBox {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern REPEAT = Pattern.compile("<<(.*?)\\*(\\d+)>>", Pattern.DOTALL);

  @TestFactory
  @DisplayName("SEC-66: malformed requests never answer 5xx and never hang")
  Stream<DynamicTest> malformedRequests() throws IOException {
    return requests().stream()
        .map(
            request ->
                DynamicTest.dynamicTest(
                    "SEC-66 #" + request.path("n").asInt() + " " + request.path("label").asText(),
                    () -> isRefusedProperly(request)));
  }

  @Test
  @DisplayName("SEC-66: all 299 requests are there")
  void allRequestsAreThere() throws IOException {
    assertThat(requests()).hasSize(299);
  }

  private void isRefusedProperly(JsonNode request) throws IOException {
    Actor actor =
        request.path("role").asText().equals("admin")
            ? admin()
            : target.auth() == Auth.NONE ? owner : as(Persona.MEMBER);
    try (RawHttp connection = new RawHttp(target.url(), PATIENCE)) {
      try {
        connection.send(bytes(request, actor));
      } catch (SocketException closedEarly) {
        // It may refuse before all is sent: the status counts.
      }
      assertThat(status(connection)).as(request.toString()).isLessThan(500);
    }
    owner.get("/v2/images?limit=1").expect(200);
    litter.sweep();
  }

  /** 0 for a connection closed or reset without an answer, which is allowed for bad framing. */
  private static int status(RawHttp connection) throws IOException {
    try {
      return connection.status();
    } catch (SocketException reset) {
      return 0;
    }
  }

  private byte[] bytes(JsonNode request, Actor actor) throws IOException {
    if (request.has("raw")) {
      String raw = fill(request.path("raw").asText(), actor);
      StringBuilder identity = new StringBuilder();
      actor.identity().forEach((name, value) -> identity.append(name + ": " + value + "\r\n"));
      return latin1(raw.replaceFirst("X-Auth-Token: [^\r]*\r\n", identity.toString()));
    }
    String text = fill(request.path("body").asText(""), actor);
    byte[] body = request.has("body_is") ? latin1(text) : text.getBytes(StandardCharsets.UTF_8);
    List<String> headers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> header : request.path("headers").properties()) {
      headers.add(header.getKey() + ": " + fill(header.getValue().asText(), actor));
    }
    if (request.has("body")) {
      headers.add("Content-Length: " + body.length);
    }
    headers.add("Connection: close");
    String line =
        request.path("method").asText() + " " + fill(request.path("path").asText(), actor);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        latin1(RawHttp.head(line + " HTTP/1.1", actor.identity(), headers.toArray(String[]::new))));
    out.write(body);
    return out.toByteArray();
  }

  private String fill(String text, Actor actor) {
    String filled = text;
    if (filled.contains("{Q}")) {
      filled = filled.replace("{Q}", actor.image());
    }
    if (filled.contains("{NEW}")) {
      filled = filled.replace("{NEW}", actor.image());
    }
    if (filled.contains("{A}")) {
      filled = filled.replace("{A}", actor.active(data(10)));
    }
    Matcher matcher = REPEAT.matcher(filled);
    return matcher.replaceAll(
        found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<JsonNode> requests() throws IOException {
    try (InputStream in =
        BlackBoxMalformedIT.class.getResourceAsStream("/malformed-requests.jsonl")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Json::read).toList();
    }
  }
}
