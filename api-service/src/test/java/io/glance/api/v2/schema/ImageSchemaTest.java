package io.glance.api.v2.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.glance.kit.config.SettingsException;
import io.glance.kit.http.PythonJson;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CONTAINERS =
      List.of("ami", "ari", "aki", "bare", "ovf", "ova", "docker", "compressed");
  private static final List<String> DISKS =
      List.of("ami", "ari", "aki", "vhd", "vhdx", "vmdk", "raw", "qcow2", "vdi", "iso", "ploop");

  private final ImageSchema schema = schema("{}");

  // SCH-01, SCH-02, SCH-03, SCH-16
  @ParameterizedTest
  @ValueSource(strings = {"image", "images"})
  void isGlancesOwnDocumentToTheByte(String name) throws IOException {
    ImageSchema shipped = schema(read("/schemas/schema-image.json"));
    ObjectNode document = name.equals("image") ? shipped.document() : shipped.listDocument();
    assertThat(new String(PythonJson.ascii(document), StandardCharsets.UTF_8))
        .isEqualTo(read("/glance-25.1.0/" + name + ".json"));
  }

  // SCH-01, SCH-02: texts as Glance 25.1.0 words them
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{\"name\": 5} | 5 is not of type 'null', 'string'",
        "{\"name\": true} | True is not of type 'null', 'string'",
        "{\"foo\": 5} | 5 is not of type 'string'",
        "{\"min_ram\": \"x\"} | 'x' is not of type 'integer'",
        "{\"min_ram\": 1.5} | 1.5 is not of type 'integer'",
        "{\"min_ram\": true} | True is not of type 'integer'",
        "{\"tags\": [1]} | 1 is not of type 'string'",
        "{\"tags\": \"x\"} | 'x' is not of type 'array'",
        "{\"visibility\": \"x\"} | 'x' is not one of ['community', 'public', 'private', 'shared']",
        "{\"container_format\": \"x\"} | 'x' is not one of [None, 'ami', 'ari', 'aki', 'bare',"
            + " 'ovf', 'ova', 'docker', 'compressed']",
        "{\"locations\": [{\"url\": \"a\"}]} | 'metadata' is a required property",
        "{\"id\": \"zz\"} | 'zz' does not match '^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-",
      })
  void refusesWhatDoesNotFit(String attributes, String problem) {
    assertThatExceptionOfType(GlanceException.class)
        .isThrownBy(() -> schema.validate(json(attributes)))
        .withMessageStartingWith("Provided object does not match schema 'image': " + problem)
        .withMessageContaining("\n\nFailed validating '")
        .extracting(GlanceException::code)
        .isEqualTo(ErrorCode.BAD_REQUEST);
  }

  // SCH-01
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": null, \"disk_format\": null, \"foo\": \"bar\"}",
        "{\"min_ram\": 1.0, \"min_disk\": 0, \"protected\": true}",
        "{\"tags\": [\"a\"], \"disk_format\": \"raw\"}",
        "{\"locations\": [{\"url\": \"a\", \"metadata\": {}}]}",
        "{}"
      })
  void takesWhatFits(String attributes) {
    assertThatCode(() -> schema.validate(json(attributes))).doesNotThrowAnyException();
  }

  // SCH-01
  @Test
  void countsCharactersNotBytes() {
    assertThatCode(() -> schema.validate(JSON.createObjectNode().put("name", "ü".repeat(255))))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(GlanceException.class)
        .isThrownBy(() -> schema.validate(JSON.createObjectNode().put("name", "ü".repeat(256))))
        .withMessageContaining("is too long");
  }

  // SCH-02
  @Test
  void checksPropertiesOfTheOperatorsFile() {
    ImageSchema extended = schema("{\"grade\": {\"type\": \"string\", \"enum\": [\"a\", \"b\"]}}");
    assertThat(extended.isBase("grade")).isFalse();
    assertThat(extended.customProperties()).containsExactly("grade");
    assertThat(extended.document().at("/properties/grade/is_base").booleanValue()).isFalse();
    assertThatExceptionOfType(GlanceException.class)
        .isThrownBy(() -> extended.validate(json("{\"grade\": \"c\"}")))
        .withMessageContaining("'c' is not one of ['a', 'b']");
  }

  // SCH-02
  @Test
  void theExtendedFormMayRequireProperties() {
    ImageSchema extended =
        schema("{\"properties\": {\"grade\": {\"type\": \"string\"}}, \"required\": [\"grade\"]}");
    assertThatCode(() -> extended.validate(json("{}"))).doesNotThrowAnyException();
    assertThatExceptionOfType(GlanceException.class)
        .isThrownBy(() -> extended.validateNew(json("{}")))
        .withMessageContaining("'grade' is a required property");
  }

  // SCH-02
  @Test
  void theOperatorsFileCanNotChangeABaseProperty() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> schema("{\"name\": {\"type\": \"integer\"}}"))
        .withMessageContaining("name");
  }

  @Test
  void tellsBaseAndReadOnlyProperties() {
    assertThat(schema.isBase("checksum")).isTrue();
    assertThat(schema.isReadOnly("checksum")).isTrue();
    assertThat(schema.isReadOnly("name")).isFalse();
    assertThat(schema.isBase("foo")).isFalse();
  }

  private static ImageSchema schema(String extension) {
    return new ImageSchema(
        (ObjectNode) json(read("/schemas/image.json")), json(extension), CONTAINERS, DISKS);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String read(String resource) {
    try (InputStream in = ImageSchemaTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
