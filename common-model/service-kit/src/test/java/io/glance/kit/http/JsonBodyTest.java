package io.glance.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

  // ERR-05, SEC-46
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "{",
        "{\"a\": NaN}",
        "{} x",
        "{}{}",
        "\uFEFF{}",
        "{'a': 1}",
        "{\"a\": 01}",
        "// c\n{}",
        "[1,]",
        "{\"a\": \"\\ud800\"}",
        "{\"\\udc00\": 1}",
        "{\"a\": 12345678901234567890123456789012345678901}"
      })
  void refusesWhatIsNotJson(String text) {
    assertRefused(text.getBytes(StandardCharsets.UTF_8), "Malformed JSON in request body.");
  }

  // SEC-46
  @Test
  void refusesOtherEncodings() {
    assertRefused("{}".getBytes(StandardCharsets.UTF_16), "Malformed JSON in request body.");
    assertRefused("{}".getBytes(StandardCharsets.UTF_16BE), "Malformed JSON in request body.");
    assertRefused(new byte[] {'[', '"', (byte) 0xc3, '"', ']'}, "Malformed JSON in request body.");
  }

  // ERR-05
  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "3", "null", "true"})
  void refusesScalars(String text) {
    assertRefused(
        text.getBytes(StandardCharsets.UTF_8), "Unexpected body type. Expected list/dict.");
  }

  // ERR-05
  @Test
  void refusesAnEmptyBody() {
    assertRefused(new byte[0], "Body expected in request.");
  }

  // SEC-46
  @Test
  void nestsUpToThirtyTwo() throws IOException {
    assertThat(read(("[".repeat(32) + "]".repeat(32)).getBytes(StandardCharsets.UTF_8)).isArray())
        .isTrue();
    assertRefused(
        ("[".repeat(33) + "]".repeat(33)).getBytes(StandardCharsets.UTF_8),
        "Malformed JSON in request body.");
  }

  // SEC-46
  @Test
  void ofEqualKeysTheLastWins() throws IOException {
    JsonNode node = read("{\"a\": 1, \"a\": 2}".getBytes(StandardCharsets.UTF_8));
    assertThat(node.get("a").intValue()).isEqualTo(2);
  }

  // SEC-46
  @Test
  void takesABodyOfExactlyTheLimitAndRefusesOneMoreByte() throws IOException {
    byte[] fits = ("[\"" + "a".repeat(12) + "\"]").getBytes(StandardCharsets.UTF_8);
    assertThat(JsonBody.read(new ByteArrayInputStream(fits), 16).size()).isEqualTo(1);
    assertThatExceptionOfType(GlanceException.class)
        .isThrownBy(() -> JsonBody.read(new ByteArrayInputStream(fits), 15))
        .extracting(GlanceException::code)
        .isEqualTo(ErrorCode.TOO_LARGE);
  }

  private static JsonNode read(byte[] bytes) throws IOException {
    return JsonBody.read(new ByteArrayInputStream(bytes));
  }

  private static void assertRefused(byte[] bytes, String message) {
    assertThatExceptionOfType(GlanceException.class)
        .isThrownBy(() -> read(bytes))
        .withMessage(message)
        .extracting(GlanceException::code)
        .isEqualTo(ErrorCode.BAD_REQUEST);
  }
}
