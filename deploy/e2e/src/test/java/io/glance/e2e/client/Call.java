package io.glance.e2e.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** One request being put together. */
public final class Call {
  /** How long an answer may take; longer counts as a hang. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final String method;
  private final URI uri;
  private final HttpRequest.Builder builder;
  private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

  /** A call without body and without any header. */
  public Call(String method, URI uri) {
    this.method = method;
    this.uri = uri;
    this.builder = HttpRequest.newBuilder(uri).timeout(PATIENCE);
  }

  /** With a header. */
  public Call header(String name, String value) {
    builder.header(name, value);
    return this;
  }

  /** With a JSON body of {@code application/json}; see {@link Json#write}. */
  public Call json(Object value) {
    return body("application/json", Json.write(value));
  }

  /** With a text body. */
  public Call body(String type, String text) {
    body = BodyPublishers.ofString(text);
    return header("Content-Type", type);
  }

  /** With bytes as {@code application/octet-stream}, their length declared. */
  public Call bytes(byte[] data) {
    body = BodyPublishers.ofByteArray(data);
    return header("Content-Type", "application/octet-stream");
  }

  /** With bytes and no content type. */
  public Call untyped(byte[] data) {
    body = BodyPublishers.ofByteArray(data);
    return this;
  }

  /** With a stream as {@code application/octet-stream}, in chunks of unknown total length. */
  public Call chunked(Supplier<InputStream> data) {
    body = BodyPublishers.ofInputStream(data);
    return header("Content-Type", "application/octet-stream");
  }

  /** Sends it and reads the whole answer. */
  public Reply send() {
    HttpRequest request = builder.method(method, body).build();
    String name = method + " " + uri;
    try {
      HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Reply(name, answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
