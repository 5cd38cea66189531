package io.glance.api.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.glance.api.testing.ImageApiProfile;
import io.glance.kit.identity.SignedContext;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.glance.model.image.CreateImage;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.Visibility;
import io.glance.model.registry.ContextHeader;
import io.glance.model.registry.RegistryImages;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ImageApiProfile.class)
class RegistryClientTest {
  private static final RequestContext CALLER =
      new RequestContext("p1", "u1", Set.of("member"), Set.of(), false, false, false, "req-1");
  private static final String IMAGE =
      """
      {"id":"i1","status":"queued","visibility":"shared","minDisk":1,"minRam":2,
       "isProtected":true,"hidden":false,"createdAt":"2026-01-01T00:00:00Z",
       "updatedAt":"2026-01-01T00:00:00Z","properties":{"b":"1","a":"2"},"tags":["t"],
       "locations":[{"id":4,"url":"file:///x","metadata":{"store":"s"},"status":"active"}]}
      """;

  @Inject SignedContext signer;
  @Inject ObjectMapper json;

  private record Received(String method, String path, Map<String, List<String>> headers) {}

  private final Queue<Received> received = new ConcurrentLinkedQueue<>();
  private HttpServer server;
  private int status = 200;
  private String answer = IMAGE;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          received.add(
              new Received(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().getRawPath(),
                  Map.copyOf(exchange.getRequestHeaders())));
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private RegistryImages client(int port) {
    return new RegistryClientFactory(
            new RegistryTransport(URI.create("http://127.0.0.1:" + port), 2, 10, false, null),
            signer,
            json)
        .create(RegistryImages.class, () -> CALLER);
  }

  private RegistryImages client() {
    return client(server.getAddress().getPort());
  }

  @Test
  void anImageArrivesWhole() {
    ImageMetadata image = client().get("i1");

    assertThat(image.properties()).containsExactly(Map.entry("b", "1"), Map.entry("a", "2"));
    assertThat(image.isProtected()).isTrue();
    assertThat(image.minDisk()).isEqualTo(1);
    assertThat(image.name()).isNull();
    assertThat(image.locations().get(0).metadata()).containsEntry("store", "s");
  }

  @Test
  void theCallerTravelsSignedWithTheRequestId() {
    client().get("i1");

    Received request = received.remove();
    assertThat(request.path()).isEqualTo("/internal/v1/images/i1");
    assertThat(header(request, ContextHeader.REQUEST_ID)).isEqualTo("req-1");
    assertThat(signer.verify(header(request, ContextHeader.CONTEXT))).isEqualTo(CALLER);
  }

  private static String header(Received request, String name) {
    return request.headers().entrySet().stream()
        .filter(e -> e.getKey().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow()
        .getValue()
        .get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "100%", "%41", "ü", "{x}", "a/b", "a?b", "a#b", "a+b", "a;b=c"})
  void oddTagsStayOneSegment(String tag) {
    status = 204;
    answer = "";

    client().addTag("i1", tag, ImageLimits.NONE);

    String[] segments = received.remove().path().split("/");
    assertThat(segments).hasSize(7);
    assertThat(java.net.URI.create("http://h/" + segments[6]).getPath()).isEqualTo("/" + tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOT_FOUND", "CONFLICT", "TOO_LARGE", "BAD_REQUEST", "FORBIDDEN", "GONE"})
  void itsErrorsKeepCodeAndText(ErrorCode code) {
    status = code.httpStatus();
    answer = "{\"code\":\"" + code + "\",\"message\":\"why\"}";

    assertThatThrownBy(() -> client().get("i1"))
        .isInstanceOf(GlanceException.class)
        .hasMessage("why")
        .extracting(e -> ((GlanceException) e).code())
        .isEqualTo(code);
  }

  @Test
  void itsDoubtInUsIsNotTheUsersFault() {
    status = 401;
    answer = "{\"code\":\"UNAUTHORIZED\",\"message\":\"The caller's context is not valid.\"}";

    assertCode(ErrorCode.INTERNAL, () -> client().get("i1"));
  }

  @Test
  void aPageOfHtmlIsOurFault() {
    status = 500;
    answer = "<html>";

    assertCode(ErrorCode.INTERNAL, () -> client().get("i1"));
  }

  @Test
  void aRegistryThatIsAwayIsUnavailable() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertCode(ErrorCode.UNAVAILABLE, () -> client(port).get("i1"));
  }

  @Test
  void whatChangesRowsIsSentOnceWhenTheConnectionBreaks() throws Exception {
    try (BreakingServer breaking = new BreakingServer()) {
      CreateImage image =
          new CreateImage(
              null,
              "n",
              Visibility.SHARED,
              null,
              null,
              null,
              0,
              0,
              false,
              false,
              Map.of(),
              List.of());

      assertCode(ErrorCode.UNAVAILABLE, () -> client(breaking.port()).create(image));
      assertThat(breaking.connections()).isEqualTo(1);
      assertCode(ErrorCode.UNAVAILABLE, () -> client(breaking.port()).get("i1"));
      assertThat(breaking.connections()).isEqualTo(3);
    }
  }

  private static void assertCode(ErrorCode code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOf(GlanceException.class)
        .extracting(e -> ((GlanceException) e).code())
        .isEqualTo(code);
  }
}
