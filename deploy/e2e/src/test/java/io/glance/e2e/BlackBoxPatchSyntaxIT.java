package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.DiffersFromPeer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlackBoxPatchSyntaxIT extends BlackBox {
  @Test
  @DisplayName("PATCH-02: the older syntax names the operation by its key")
  void theOlderSyntax() {
    String id = owner.image("color", "red");
    Reply reply =
        older(
            id,
            "[{\"add\":\"/x\",\"value\":\"y\"},{\"replace\":\"/name\",\"value\":\"n\"},"
                + "{\"remove\":\"/color\"}]");
    JsonNode image = reply.expect(200).json();
    assertThat(image.path("x").asText()).isEqualTo("y");
    assertThat(image.path("name").asText()).isEqualTo("n");
    assertThat(image.has("color")).isFalse();
  }

  @Test
  @DisplayName("PATCH-02: in the older syntax adding what is there answers 409")
  void inTheOlderSyntaxAddingWhatIsThereAnswers409() {
    older(owner.image("x", "y"), "[{\"add\":\"/x\",\"value\":\"z\"}]").expect(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'add':'/x','replace':'/x','value':'y'}]",
        "[{'value':'y'}]",
        "[{'op':'add','path':'/x','value':'y'}]",
        "[{'add':'/x'}]",
        "[{'move':'/x','value':'y'}]",
        "{'add':'/x','value':'y'}",
      })
  @DisplayName("PATCH-02: an older operation needs exactly one operation and a value")
  void anOlderOperationNeedsExactlyOneKey(String json) {
    older(owner.image(), json.replace('\'', '"')).expect(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json-patch+json",
        "text/plain",
        "application/openstack-images-v2.2-json-patch",
        "application/octet-stream"
      })
  @DisplayName("PATCH-03: another media type answers 415 and says which are taken")
  void anotherMediaTypeAnswers415(String type) {
    Reply reply = owner.call("PATCH", "/v2/images/" + owner.image()).body(type, "[]").send();
    assertThat(reply.expect(415).header("Accept-Patch"))
        .isEqualTo(Actor.PATCH_20 + ", " + Actor.PATCH_21);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = (char) 1,
      value = {
        "PATCH-04|{'op':'add','path':'/x','value':'y'}",
        "PATCH-04|{}",
        "PATCH-05|[{'op':'move','path':'/x','from':'/name'}]",
        "PATCH-05|[{'op':'copy','path':'/x','from':'/name'}]",
        "PATCH-05|[{'op':'test','path':'/x','value':'y'}]",
        "PATCH-05|[{'op':'ADD','path':'/x','value':'y'}]",
        "PATCH-05|[{'path':'/x','value':'y'}]",
        "PATCH-05|[{'op':'add','value':'y'}]",
        "PATCH-05|[{'op':'add','path':'/x'}]",
        "PATCH-05|[{'op':'replace','path':'/name'}]",
        "PATCH-05|['add']",
        "PATCH-05|[3]",
        "PATCH-05|[null]",
        "PATCH-05|[[]]",
        "PATCH-06|[{'op':'add','path':'x','value':'y'}]",
        "PATCH-06|[{'op':'add','path':'/x/','value':'y'}]",
        "PATCH-06|[{'op':'add','path':'/x//y','value':'y'}]",
        "PATCH-06|[{'op':'add','path':'/x~','value':'y'}]",
        "PATCH-06|[{'op':'add','path':'/x~2','value':'y'}]",
        "PATCH-06|[{'op':'add','path':'/x/y','value':'y'}]",
        "PATCH-06|[{'op':'add','path':'/name/0','value':'y'}]",
        "PATCH-06|[{'op':'add','path':'','value':'y'}]",
      })
  @DisplayName("PATCH-04 PATCH-05 PATCH-06: operations and pointers against the rules answer 400")
  void badOperationsAnswer400(String row, String json) {
    String id = owner.image();
    owner.patch(id, json.replace('\'', '"')).expect(400);
    assertThat(owner.show(id).has("x")).as(row).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "null", "{}", "[]", "true"})
  @DisplayName("PATCH-05 PATCH-06: a pointer that isn't a string answers 400")
  @DiffersFromPeer("PATCH-06: the peer answers 500 to pointers that aren't strings")
  void aPointerThatIsNotAStringAnswers400(String pointer) {
    String id = owner.image();
    owner.patch(id, "[{\"op\":\"add\",\"path\":" + pointer + ",\"value\":\"y\"}]").expect(400);
    older(id, "[{\"add\":" + pointer + ",\"value\":\"y\"}]").expect(400);
  }

  @ParameterizedTest
  @CsvSource({"/a~1b,a/b", "/a~0b,a~b", "/a~01b,a~1b", "'/ padded ',padded"})
  @DisplayName("PATCH-06: escapes in pointers are decoded, blanks around them stripped")
  void escapesAreDecoded(String pointer, String name) {
    String id = owner.image();
    owner.patch(id, "[{\"op\":\"add\",\"path\":\"" + pointer + "\",\"value\":\"y\"}]").expect(200);
    assertThat(owner.show(id).path(name).asText()).isEqualTo("y");
  }

  private Reply older(String id, String json) {
    return owner.call("PATCH", "/v2/images/" + id).body(Actor.PATCH_20, json).send();
  }
}
