package io.glance.kit.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a request, strictly read: UTF-8 without a byte order mark, one value, nesting up to
 * 32, numbers up to 40 digits; of equal keys the last wins (SEC-46).
 */
public final class JsonBody {
  /** The most bytes of a request's JSON. */
  public static final int DEFAULT_LIMIT = 1 << 20;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxNumberLength(40)
                          .maxNameLength(DEFAULT_LIMIT)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private JsonBody() {}

  /** {@link #read(InputStream, int)} with the default limit. */
  public static JsonNode read(InputStream body) throws IOException {
    return read(body, DEFAULT_LIMIT);
  }

  /**
   * The object or array of a request. The stream stays open.
   *
   * @param limit bytes
   * @throws GlanceException BAD_REQUEST for no body, for text that is not JSON and for a scalar
   *     (ERR-05); TOO_LARGE above the limit
   */
  public static JsonNode read(InputStream body, int limit) throws IOException {
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw GlanceException.tooLarge("The body of the request is larger than " + limit + " bytes.");
    }
    if (bytes.length == 0) {
      throw GlanceException.badRequest("Body expected in request.");
    }
    return parse(bytes);
  }

  /** The object or array in the bytes; errors as {@link #read(InputStream, int)}. */
  public static JsonNode parse(byte[] bytes) {
    JsonNode node;
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      node = READER.readValue(text);
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw malformed(e);
    }
    if (!node.isContainerNode()) {
      throw GlanceException.badRequest("Unexpected body type. Expected list/dict.");
    }
    requireWholeCharacters(node);
    return node;
  }

  /** An escaped half of a surrogate pair is no character and could not be stored or sent back. */
  private static void requireWholeCharacters(JsonNode node) {
    if (node.isTextual()) {
      requireWholeCharacters(node.textValue());
    }
    node.fieldNames().forEachRemaining(JsonBody::requireWholeCharacters);
    node.elements().forEachRemaining(JsonBody::requireWholeCharacters);
  }

  private static void requireWholeCharacters(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw malformed(null);
    }
  }

  private static GlanceException malformed(@Nullable Throwable cause) {
    return new GlanceException(ErrorCode.BAD_REQUEST, "Malformed JSON in request body.", cause);
  }
}
