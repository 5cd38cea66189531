package io.glance.e2e;

import static io.glance.e2e.client.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.e2e.client.Call;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.Auth;
import io.glance.e2e.target.Differences;
import io.glance.e2e.target.DiffersFromPeer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlackBoxErrorsIT extends BlackBox {
  private static final String EMOJI = "\uD83D\uDE00";

  @Test
  @DisplayName("ERR-01: without Accept an error is plain text")
  void withoutAcceptAnErrorIsPlainText() {
    Reply reply = owner.get("/v2/images/nope").expect(404);
    assertThat(reply.header("Content-Type")).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(reply.text()).startsWith("404 Not Found\n\nNo image found with ID nope\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "text/html", "text/html,application/xhtml+xml"})
  @DisplayName("ERR-02: for a browser an error is a page, its message escaped")
  void forABrowserAnErrorIsAPage(String accept) {
    Reply reply = failing("%3Cb%3E", accept);
    assertThat(reply.header("Content-Type")).isEqualToIgnoringCase("text/html; charset=UTF-8");
    assertThat(reply.text().replaceAll("\\s+", " ").trim())
        .isEqualTo(
            "<html> <head> <title>404 Not Found</title> </head> <body> <h1>404 Not Found</h1>"
                + " No image found with ID &lt;b&gt;<br /><br /> </body> </html>");
  }

  @Test
  @DisplayName("ERR-03: for a JSON client an error is an object of message, code and title")
  void forAJsonClientAnErrorIsAnObject() {
    Reply reply = failing("nope", "application/json");
    assertThat(reply.header("Content-Type")).startsWith("application/json");
    assertThat(Json.names(reply.json())).containsExactly("message", "code", "title");
    assertThat(reply.json().path("message").asText())
        .isEqualTo("No image found with ID nope<br /><br />\n\n\n");
    assertThat(reply.json().path("code").asText()).isEqualTo("404 Not Found");
    assertThat(reply.json().path("title").asText()).isEqualTo("Not Found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "nonsense", "{\"name\":}", "[1,", "{\"name\":\"x\"", "\"x", "3", "true"})
  @DisplayName("ERR-05: a body that isn't JSON, or a scalar, answers 400")
  void aBodyThatIsNotJsonAnswers400(String body) {
    owner.create(body).expect(400);
    owner.patch(owner.image(), body).expect(400);
  }

  @Test
  @DisplayName("ERR-05: no body where one is needed answers 400")
  void noBodyWhereOneIsNeededAnswers400() {
    owner.post("/v2/images").expect(400).containing("Body expected in request.");
    owner.post("/v2/images/" + owner.image() + "/members").expect(400);
  }

  @ParameterizedTest
  @CsvSource({"GET,''", "DELETE,''", "PUT,/tags/x", "POST,/actions/deactivate", "DELETE,/tags/x"})
  @DisplayName("ERR-06: a body where none belongs answers 400 and does nothing")
  void aBodyWhereNoneBelongsAnswers400(String method, String path) {
    String id = owner.image();
    Call call = owner.call(method, "/v2/images/" + id + path).body("text/plain", "x");
    call.send().expect(400).containing("A body is not expected with this request.");
    assertThat(owner.show(id).path("tags")).isEmpty();
  }

  @Test
  @DisplayName("ERR-07: a 204 has no body")
  void a204HasNoBody() {
    String id = owner.image();
    Reply tag = owner.put("/v2/images/" + id + "/tags/x").expect(204);
    Reply deleted = owner.delete("/v2/images/" + id).expect(204);
    assertThat(tag.body()).isEmpty();
    assertThat(deleted.body()).isEmpty();
    assertThat(deleted.header("Content-Length")).isIn(null, "0");
  }

  @Test
  @DisplayName("ERR-08: every answer names its request")
  void everyAnswerNamesItsRequest() {
    String uuid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    assertThat(owner.get("/v2/images?limit=0").header("x-openstack-request-id"))
        .matches("req-" + uuid);
    assertThat(owner.get("/v2/images/nope").header("x-openstack-request-id"))
        .matches("req-" + uuid);
  }

  @ParameterizedTest
  @CsvSource({"abc,req-abc", "req-e2e,req-e2e"})
  @DisplayName("ERR-08: the caller's request id is kept, with req- in front")
  void theCallersRequestIdIsKept(String sent, String answered) {
    if (target.auth() == Auth.NONE) {
      Differences.skipPeer("ERR-08: the peer makes ids of its own with flavor none");
    }
    Call call = owner.call("GET", "/v2/images?limit=0").header("X-Openstack-Request-ID", sent);
    assertThat(call.send().expect(200).header("x-openstack-request-id")).isEqualTo(answered);
  }

  @Test
  @DisplayName("ERR-08: a request id of more than 64 characters answers 431")
  @DiffersFromPeer("ERR-08: the peer answers 500")
  void aLongRequestIdIsRefused() {
    owner
        .call("GET", "/v2/images?limit=0")
        .header("X-Openstack-Request-ID", "r".repeat(65))
        .send()
        .expect(431);
  }

  @Test
  @DisplayName("ERR-09: Location of a new image is absolute")
  void locationOfANewImageIsAbsolute() {
    Reply reply = owner.create(object("name", unique("e2e"))).expect(201);
    assertThat(reply.header("Location")).isEqualTo(target.url() + "/v2/images/" + reply.id());
  }

  @Test
  @DisplayName("ERR-11: characters outside the basic plane answer 400 in every text")
  void fourByteCharactersAnswer400() {
    owner.create(object("name", EMOJI)).expect(400).containing("4 byte unicode");
    owner.create(object("some_property", EMOJI)).expect(400);
    owner.create(object("name", "x", "some" + EMOJI, "x")).expect(400);
    String id = owner.image();
    owner.patch(id, Json.op("replace", "/name", EMOJI)).expect(400);
  }

  @Test
  @DisplayName("ERR-11: also in the path of a tag")
  @DiffersFromPeer("ERR-11: the peer reads the bytes of a tag's path as latin-1")
  void fourByteCharactersInATagsPathAnswer400() {
    String id = owner.image();
    owner.put("/v2/images/" + id + "/tags/%F0%9F%98%80").expect(400);
    owner.put("/v2/images/" + id + "/tags/%C3%A9").expect(204);
    assertThat(owner.show(id).at("/tags/0").asText()).isEqualTo("é");
  }

  @Test
  @DisplayName("ERR-12: bodies are raw UTF-8 with Glance's separators and no charset")
  void bodiesAreRawUtf8() {
    Reply created = owner.create(object("name", "größer ☃", "tags", new String[] {"é"}));
    for (Reply reply : new Reply[] {created, owner.get("/v2/images/" + created.expect(201).id())}) {
      assertThat(reply.header("Content-Type")).isEqualTo("application/json");
      assertThat(reply.text()).startsWith("{\"name\": \"größer ☃\", \"disk_format\": null, ");
      assertThat(reply.header("Content-Length")).isEqualTo(String.valueOf(reply.body().length));
    }
    String listed = owner.get("/v2/images?id=" + created.id()).text();
    assertThat(listed.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(listed.length());
  }

  @Test
  @DisplayName("ERR-13: an encoded slash inside a tag answers 404")
  void anEncodedSlashInsideATagAnswers404() {
    owner.put("/v2/images/" + owner.image() + "/tags/a%2Fb").expect(404);
  }

  private Reply failing(String id, String accept) {
    return owner.call("GET", "/v2/images/" + id).header("Accept", accept).send().expect(404);
  }
}
