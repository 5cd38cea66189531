package io.glance.kit.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;

/**
 * JSON in the spelling of Python's {@code json.dumps}: one line, {@code ", "} and {@code ": "}
 * between things, small letters in {@code \}{@code u001f} (ERR-12).
 *
 * <p>Image, member and task bodies are raw UTF-8; what Glance writes with its default serializer
 * (schemas, discovery) and error bodies are ASCII with {@code \}{@code u} escapes.
 */
public final class PythonJson {
  private static final PrettyPrinter SPACED = new Spaced();
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build())
          .build();
  private static final ObjectWriter RAW = MAPPER.writer(SPACED);
  private static final ObjectWriter ASCII = RAW.with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private PythonJson() {}

  /** Maps, lists, texts, numbers, booleans, nulls and {@code JsonNode}s as raw UTF-8. */
  public static byte[] bytes(Object value) {
    return write(RAW, value);
  }

  /** The same with everything outside ASCII escaped. */
  public static byte[] ascii(Object value) {
    return write(ASCII, value);
  }

  /** A generator that writes raw UTF-8 piece by piece. The caller closes it, which closes out. */
  public static JsonGenerator generator(OutputStream out) throws IOException {
    return MAPPER.getFactory().createGenerator(out).setPrettyPrinter(SPACED);
  }

  private static byte[] write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON", e);
    }
  }

  /** Stateless, so that all writers may share it. */
  private static final class Spaced extends MinimalPrettyPrinter {
    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator generator) throws IOException {
      generator.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator generator) throws IOException {
      generator.writeRaw(", ");
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator generator) throws IOException {
      generator.writeRaw(", ");
    }
  }
}
