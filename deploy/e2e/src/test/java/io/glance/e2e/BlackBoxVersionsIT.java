package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Call;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.DiffersFromPeer;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlackBoxVersionsIT extends BlackBox {
  @Test
  @DisplayName("VER-01: the root answers 300 with the versions, without token and request id")
  void theRootAnswers300WithTheVersions() {
    Reply reply = anonymously("GET", "/").send().expect(300);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.header("x-openstack-request-id")).isNull();
    assertThat(Json.names(reply.json())).containsExactly("versions");
    JsonNode first = reply.json().at("/versions/0");
    assertThat(Json.names(first)).containsExactly("id", "status", "links");
    assertThat(first.at("/links/0/rel").asText()).isEqualTo("self");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/versions", "/versions/"})
  @DisplayName("VER-02: /versions answers 200 with the same body")
  void versionsAnswers200WithTheSameBody(String path) {
    Reply reply = anonymously("GET", path).send().expect(200);
    assertThat(reply.json()).isEqualTo(anonymously("GET", "/").send().json());
  }

  @Test
  @DisplayName("VER-03: every href is the request's address and /v2/")
  void everyHrefIsTheRequestsAddress() {
    for (JsonNode version : anonymously("GET", "/versions").send().json().path("versions")) {
      assertThat(version.at("/links/0/href").asText()).isEqualTo(target.url() + "/v2/");
    }
  }

  @Test
  @DisplayName("VER-04 VER-06: one version is current, all minors up to it without cache ones")
  void oneVersionIsCurrent() {
    JsonNode versions = anonymously("GET", "/versions").send().json().path("versions");
    assertThat(Json.texts(versions, "status"))
        .containsOnlyOnce("CURRENT")
        .containsOnly("CURRENT", "SUPPORTED");
    assertThat(Json.texts(versions, "id"))
        .contains("v2.13", "v2.12", "v2.11", "v2.10", "v2.9", "v2.8")
        .contains("v2.7", "v2.6", "v2.5", "v2.4", "v2.3", "v2.2", "v2.1")
        .endsWith("v2.0");
  }

  @Test
  @DisplayName("VER-06: several stores without cache: the exact order")
  @DiffersFromPeer("VER-06: Zed ends at v2.15")
  void severalStoresWithoutCache() {
    JsonNode versions = anonymously("GET", "/versions").send().json().path("versions");
    assertThat(Json.texts(versions, "id"))
        .containsExactly(
            "v2.15", "v2.13", "v2.12", "v2.11", "v2.10", "v2.9", "v2.8", "v2.17", "v2.7", "v2.6",
            "v2.5", "v2.4", "v2.3", "v2.2", "v2.1", "v2.0");
    assertThat(Json.texts(versions, "status").indexOf("CURRENT")).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v2", "v2.0", "v2.1", "v2.2", "v2.3", "v2.4", "v2.5", "v2.6", "v2.7", "v2.8", "v2.9",
        "v2.10", "v2.11", "v2.12", "v2.13", "v2.15"
      })
  @DisplayName("VER-08: every accepted minor leads to the same routes")
  void everyAcceptedMinorLeadsToTheSameRoutes(String version) {
    owner.get("/" + version + "/images?limit=0").expect(200);
    owner.get("/" + version + "/info/import").expect(200);
  }

  @Test
  @DisplayName("VER-08: v2.17 leads to the same routes")
  @DiffersFromPeer("VER-08: Zed doesn't know v2.17")
  void theNewestMinorLeadsToTheSameRoutes() {
    owner.get("/v2.17/images?limit=0").expect(200);
  }

  @Test
  @DisplayName("VER-08: the version may come by the Accept header")
  void theVersionMayComeByTheAcceptHeader() {
    owner
        .call("GET", "/images?limit=0")
        .header("Accept", "application/vnd.openstack.images-v2.5")
        .send()
        .expect(200)
        .containing("\"images\": []");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/images", "/v3/x", "/v2.99/images", "/v1", "/nowhere", "/v2.14/x"})
  @DisplayName("VER-09 AUTH-12: an unknown version answers 300, also without token")
  void anUnknownVersionAnswers300(String path) {
    Reply reply = anonymously("GET", path).send().expect(300);
    assertThat(reply.json().path("versions").size()).isGreaterThan(10);
    anonymously("POST", path).send().expect(300);
  }

  @Test
  @DisplayName("VER-10: /v2 redirects to /v2/, which is nothing")
  void theBareVersionRedirects() {
    Reply reply = owner.get("/v2").expect(302);
    assertThat(reply.header("Location")).isEqualTo(target.url() + "/v2/");
    owner.get("/v2/").expect(404);
  }

  private Call anonymously(String method, String path) {
    return new Call(method, URI.create(target.url() + path));
  }
}
