package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Call;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Persona;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.Auth;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlackBoxContextIT extends BlackBox {
  @Test
  @DisplayName("AUTH-01: without identities images belong to nobody")
  void withoutIdentitiesImagesBelongToNobody() {
    assumeTrue(target.auth() == Auth.NONE, "callers have identities here");
    assertThat(owner.show(owner.image()).path("owner").isNull()).isTrue();
  }

  @Test
  @DisplayName("AUTH-02 ERR-14: a bad or missing token answers 401 and says where Keystone is")
  void aBadTokenAnswers401() {
    assumeTrue(target.auth() == Auth.KEYSTONE, "there are no tokens here");
    Reply missing = call("/v2/images", Map.of()).expect(401);
    Reply bad = call("/v2/images", Map.of("X-Auth-Token", "nonsense")).expect(401);
    for (Reply reply : new Reply[] {missing, bad}) {
      assertThat(reply.header("WWW-Authenticate")).startsWith("Keystone uri=\"http");
      assertThat(reply.header("x-openstack-request-id")).isNull();
    }
  }

  @Test
  @DisplayName("AUTH-02 SEC: identity headers of a caller mean nothing beside a token")
  void identityHeadersMeanNothingToKeystone() {
    assumeTrue(target.auth() == Auth.KEYSTONE, "there are no tokens here");
    Map<String, String> forged = new HashMap<>(admin().identity());
    forged.replace("X-Auth-Token", "nonsense");
    forged.putAll(
        Map.of("X-Identity-Status", "Confirmed", "X-Roles", "admin", "X-Project-Id", "p"));
    call("/v2/images", forged).expect(401);
    String id = owner.image("visibility", "private");
    Map<String, String> climber = new HashMap<>(stranger().identity());
    climber.putAll(Map.of("X-Roles", "admin", "X-Project-Id", owner.projectText()));
    call("/v2/images/" + id, climber).expect(404);
  }

  @Test
  @DisplayName("AUTH-04: an identity that isn't confirmed answers 401")
  void anUnconfirmedIdentityAnswers401() {
    assumeTrue(target.auth() == Auth.TRUSTED, "identity headers aren't trusted here");
    call("/v2/images", Map.of()).expect(401);
    Map<String, String> headers = new HashMap<>(owner.identity());
    headers.put("X-Identity-Status", "Invalid");
    call("/v2/images", headers).expect(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Reader|200|403", " MEMBER , Reader |200|201", "ADMIN|200|201", "stranger|403|403"})
  @DisplayName("AUTH-04 AUTH-05 LIST-25: roles count without regard to case and blanks")
  void rolesCountWithoutRegardToCase(String roles, int list, int create) {
    assumeTrue(target.auth() == Auth.TRUSTED, "identity headers aren't trusted here");
    Map<String, String> headers = new HashMap<>(owner.identity());
    headers.put("X-Roles", roles);
    call("/v2/images?limit=1", headers).expect(list);
    Call post = new Call("POST", URI.create(target.url() + "/v2/images"));
    headers.forEach(post::header);
    Reply reply = post.json(Json.object("name", unique("e2e"))).send().expect(create);
    if (create == 201) {
      owner.delete("/v2/images/" + reply.id()).expect(204);
    }
  }

  @Test
  @DisplayName("AUTH-02: versions and healthcheck need no identity")
  void versionsNeedNoIdentity() {
    call("/", Map.of()).expect(300);
    call("/versions", Map.of()).expect(200);
    call("/healthcheck", Map.of()).expect(200);
  }

  @Test
  @DisplayName("AUTH-08: /healthcheck answers OK as text, as JSON and 204 to HEAD")
  void healthcheckAnswersOk() {
    assertThat(call("/healthcheck", Map.of()).expect(200).text().strip()).isEqualTo("OK");
    Reply json = call("/healthcheck", Map.of("Accept", "application/json")).expect(200);
    assertThat(json.json()).isEqualTo(Json.read("{\"detailed\":false,\"reasons\":[\"OK\"]}"));
    new Call("HEAD", URI.create(target.url() + "/healthcheck")).send().expect(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Image-Meta-Status", "X-Image-Meta-Owner", "X-Image-Meta-Deleted"})
  @DisplayName("SEC-13: headers of API v1 change nothing")
  void headersOfTheOldApiChangeNothing(String header) {
    byte[] bytes = data(10);
    String id = owner.active(bytes);
    String before = owner.get("/v2/images/" + id).text();
    owner
        .call("PATCH", "/v2/images/" + id)
        .header(header, "queued")
        .body(Actor.PATCH_21, "[]")
        .send()
        .expect(200);
    assertThat(owner.get("/v2/images/" + id).text()).isEqualTo(before);
  }

  @Test
  @DisplayName("AUTH-02: a reader's token is a valid token")
  void aReadersTokenIsValid() {
    as(Persona.READER).get("/v2/images?limit=1").expect(200);
  }

  private Reply call(String path, Map<String, String> headers) {
    Call call = new Call("GET", URI.create(target.url() + path));
    headers.forEach(call::header);
    return call.send();
  }
}
