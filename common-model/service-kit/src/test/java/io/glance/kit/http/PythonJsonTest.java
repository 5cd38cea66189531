package io.glance.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PythonJsonTest {

  // ERR-12
  @Test
  void writesCommaAndColonWithASpaceAndRawUtf8() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("name", "Grüße \u2028");
    value.put("tags", List.of("a", "b"));
    value.put("none", null);
    value.put("empty", new ArrayList<>());
    value.put("object", Map.of());
    assertThat(text(PythonJson.bytes(value)))
        .isEqualTo(
            "{\"name\": \"Grüße \u2028\", \"tags\": [\"a\", \"b\"], \"none\": null, \"empty\": [],"
                + " \"object\": {}}");
  }

  @Test
  void escapesControlsWithSmallHexDigits() {
    assertThat(text(PythonJson.bytes(List.of("\u001f\n\u007f/"))))
        .isEqualTo("[\"\\u001f\\n\u007f/\"]");
  }

  @Test
  void escapesAllOutsideAsciiOnDemand() {
    assertThat(text(PythonJson.ascii(Map.of("a", "é😀"))))
        .isEqualTo("{\"a\": \"\\u00e9\\ud83d\\ude00\"}");
  }

  @Test
  void generatesPieceByPieceInTheSameSpelling() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = PythonJson.generator(out)) {
      generator.writeStartObject();
      generator.writeArrayFieldStart("images");
      generator.writeNumber(1);
      generator.writeNumber(2);
      generator.writeEndArray();
      generator.writeNullField("next");
      generator.writeEndObject();
    }
    assertThat(text(out.toByteArray())).isEqualTo("{\"images\": [1, 2], \"next\": null}");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
