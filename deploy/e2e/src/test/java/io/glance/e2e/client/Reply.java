package io.glance.e2e.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An answer, read to its end.
 *
 * @param request method and path, for messages
 */
public record Reply(String request, int status, HttpHeaders headers, byte[] body) {
  /** Fails unless the status is one of these; shows the body then. */
  public Reply expect(int... statuses) {
    assertThat(Arrays.stream(statuses).boxed().toList())
        .as("%s answered %d: %s", request, status, excerpt())
        .contains(status);
    return this;
  }

  /** Fails unless the body has the text. */
  public Reply containing(String... parts) {
    assertThat(text()).as("%s", request).contains(parts);
    return this;
  }

  /** The first value of a header, or null. */
  public @Nullable String header(String name) {
    return headers.firstValue(name).orElse(null);
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The body as JSON. */
  public JsonNode json() {
    return Json.read(text());
  }

  /** The {@code id} of the body. */
  public String id() {
    return json().path("id").asText();
  }

  private String excerpt() {
    String text = text();
    return text.length() > 600 ? text.substring(0, 600) + "…" : text;
  }
}
