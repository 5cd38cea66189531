package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.e2e.client.Reply;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlackBoxMethodsIT extends BlackBox {
  private static final String ID = "00000000-0000-4000-8000-000000000000";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT|/v2/images|GET, POST",
        "POST|/v2/images/ID|GET, PATCH, DELETE",
        "POST|/v2/images/ID/file|GET, PUT",
        "GET|/v2/images/ID/stage|PUT",
        "GET|/v2/images/ID/import|POST",
        "GET|/v2/images/ID/actions/deactivate|POST",
        "PUT|/v2/images/ID/actions/reactivate|POST",
        "GET|/v2/images/ID/tags/x|PUT, DELETE",
        "PUT|/v2/images/ID/members|GET, POST",
        "POST|/v2/images/ID/members/x|GET, PUT, DELETE",
        "POST|/v2/info/import|GET",
        "DELETE|/v2/info/stores|GET",
        "GET|/v2/stores/file/ID|DELETE",
        "POST|/v2/schemas/image|GET",
        "DELETE|/v2/schemas/images|GET",
        "PUT|/v2/schemas/member|GET",
        "PATCH|/v2/schemas/members|GET",
      })
  @DisplayName("VER-11: a method that a path doesn't have answers 405 with Allow")
  void aWrongMethodAnswers405WithAllow(String method, String path, String allow) {
    Reply reply = owner.call(method, path.replace("ID", ID)).send().expect(405);
    assertThat(reply.header("Allow")).isEqualTo(allow);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v2/images", "/v2/images/" + ID, "/v2/images/" + ID + "/file", "/v2/info/import"})
  @DisplayName("VER-12: HEAD answers 405 with Allow everywhere")
  void headAnswers405(String path) {
    assertThat(owner.call("HEAD", path).send().expect(405).header("Allow")).startsWith("GET");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/v2/info/usage",
    "POST,/v2/images/" + ID + "/tasks",
    "GET,/v2/images/",
    "DELETE,/v2/images/",
    "GET,/v2/nothing",
    "GET,/v2/images/" + ID + "/nothing",
    "POST,/v2/images/" + ID + "/actions/explode",
    "GET,/v2/schemas/nothing",
    "GET,/v2/images//file",
  })
  @DisplayName("VER-13 VER-14: unknown paths, and those without a reject route, answer 404")
  void unknownPathsAnswer404(String method, String path) {
    owner.call(method, path).send().expect(404);
  }
}
