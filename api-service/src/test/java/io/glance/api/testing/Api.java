package io.glance.api.testing;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Requests to the API under test, and the bodies it should answer with. */
public final class Api {
  public static final String V2_1 = "application/openstack-images-v2.1-json-patch";
  public static final String V2_0 = "application/openstack-images-v2.0-json-patch";

  private Api() {}

  /** A request of a persona of {@link TestCallers}. Paths are sent as they are. */
  public static RequestSpecification as(String persona) {
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .defaultContentCharset(StandardCharsets.UTF_8)))
        .urlEncodingEnabled(false)
        .header(TestCallers.HEADER, persona)
        .header("Accept", "application/json");
  }

  public static Response get(String persona, String path) {
    return as(persona).get(path);
  }

  public static Response post(String persona, String path, String json) {
    return as(persona).contentType("application/json").body(json).post(path);
  }

  public static Response put(String persona, String path, String json) {
    return as(persona).contentType("application/json").body(json).put(path);
  }

  /** A PATCH in the draft 10 form. */
  public static Response patch(String persona, String id, String operations) {
    return patch(persona, id, V2_1, operations);
  }

  public static Response patch(String persona, String id, String type, String operations) {
    return as(persona)
        .header("Content-Type", type)
        .body(operations.getBytes(StandardCharsets.UTF_8))
        .patch("/v2/images/" + id);
  }

  /** The body as text. */
  public static String text(Response response) {
    return new String(response.asByteArray(), StandardCharsets.UTF_8);
  }

  /** The text of a file under {@code golden}, without the line breaks that make it readable. */
  public static String golden(String name) {
    try (InputStream in = Api.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\n", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
