package io.glance.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** The few calls of the Images API that the main job needs. */
final class ImagesClient {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final String endpoint;

  ImagesClient(String endpoint) {
    this.endpoint = endpoint;
  }

  /** Whether the service answers its health check with 200. */
  boolean isHealthy(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(endpoint + path))
              .timeout(Duration.ofSeconds(5))
              .build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  JsonNode create(Map<String, String> attributes) throws IOException {
    return json(
        send(
            request("/v2/images")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(attributes)))));
  }

  /** Uploads what the supplier opens, in chunks as the OpenStack clients do. */
  void upload(String id, Supplier<InputStream> content) throws IOException {
    BodyPublisher chunks = BodyPublishers.ofInputStream(content);
    send(request("/v2/images/" + id + "/file")
            .header("Content-Type", "application/octet-stream")
            .PUT(chunks))
        .close();
  }

  JsonNode list(String query) throws IOException {
    return json(send(request("/v2/images" + query))).get("images");
  }

  JsonNode show(String id) throws IOException {
    return json(send(request("/v2/images/" + id)));
  }

  /** The image's bytes; the caller closes. */
  InputStream download(String id) throws IOException {
    return send(request("/v2/images/" + id + "/file"));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(endpoint + path)).header("Accept", "application/json");
  }

  private JsonNode json(InputStream body) throws IOException {
    try (body) {
      return json.readTree(body);
    }
  }

  private InputStream send(HttpRequest.Builder builder) throws IOException {
    HttpRequest request = builder.build();
    try {
      HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() >= 300) {
        try (InputStream body = response.body()) {
          throw new QuickstartException(
              "%s %s answered %d: %s"
                  .formatted(
                      request.method(),
                      request.uri(),
                      response.statusCode(),
                      new String(body.readNBytes(2000), UTF_8)));
        }
      }
      return response.body();
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static QuickstartException interrupted() {
    Thread.currentThread().interrupt();
    return new QuickstartException("interrupted");
  }
}
