package io.glance.e2e;

import static io.glance.e2e.client.Json.object;
import static io.glance.e2e.client.Json.op;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Persona;
import io.glance.e2e.client.Poll;
import io.glance.e2e.client.RawHttp;
import io.glance.e2e.target.DiffersFromPeer;
import io.glance.e2e.target.Profile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A Glance with small limits: three of each, 64 KiB an image, 100000 bytes a project. */
class BlackBoxQuotasIT extends BlackBox {
  private static final int CAP = 65_536;

  BlackBoxQuotasIT() {
    super(Profile.QUOTAS);
  }

  @Test
  @DisplayName("QUO-01 MEM-04: the fourth member answers 413")
  void theFourthMemberAnswers413() {
    Actor member = as(Persona.MEMBER);
    String members = "/v2/images/" + member.image() + "/members";
    for (String name : List.of("a", "b", "c")) {
      member.post(members, Map.of("member", name)).expect(200);
    }
    member.post(members, Map.of("member", "d")).expect(413);
    member.delete(members + "/a").expect(204);
    member.post(members, Map.of("member", "d")).expect(200);
  }

  @Test
  @DisplayName(
      "QUO-02 IMG-20 PATCH-18: the fourth extra property answers 413, base ones don't count")
  void theFourthPropertyAnswers413() {
    owner.create(object("a", "1", "b", "2", "c", "3", "d", "4")).expect(413);
    String id = owner.image("a", "1", "b", "2", "c", "3", "min_ram", 1, "tags", List.of("t"));
    owner.patch(id, op("add", "/d", "4")).expect(413).containing("Attempted: 4, Maximum: 3");
    owner.patch(id, op("add", "/c", "new")).expect(200);
    owner.patch(id, op("remove", "/a", null), op("add", "/d", "4")).expect(200);
    owner.patch(id, op("replace", "/name", "x")).expect(200);
  }

  @Test
  @DisplayName("QUO-03 IMG-19 PATCH-12 TAG-01: the fourth tag answers 413")
  void theFourthTagAnswers413() {
    owner.create(object("tags", List.of("a", "b", "c", "d"))).expect(413);
    String id = owner.image("tags", List.of("a", "b", "c"));
    owner.put("/v2/images/" + id + "/tags/d").expect(413);
    owner.patch(id, op("replace", "/tags", List.of("a", "b", "c", "d"))).expect(413);
    assertThat(owner.show(id).path("tags")).hasSize(3);
    owner.patch(id, op("replace", "/tags", List.of("x", "y", "z"))).expect(200);
  }

  @Test
  @DisplayName("QUO-06 UP-04: a declared size over the cap answers 413, just the cap is taken")
  void aDeclaredSizeOverTheCapAnswers413() {
    String id = owner.image();
    owner.upload(id, data(CAP + 1)).expect(413);
    untouched(id);
    owner.upload(id, data(CAP)).expect(204);
  }

  @Test
  @DisplayName("QUO-06 UP-08: a stream that gets longer than the cap answers 413, nothing stays")
  void aStreamOverTheCapAnswers413() {
    String id = owner.image();
    owner.uploadChunked(id, data(CAP + 1)).expect(413);
    untouched(id);
    byte[] good = data(CAP);
    owner.uploadChunked(id, good).expect(204);
    assertThat(owner.download(id).body()).isEqualTo(good);
  }

  @Test
  @DisplayName("UP-04: a declared size over the cap is refused before the bytes come")
  void aDeclaredSizeIsRefusedAtOnce() throws IOException {
    String id = owner.image();
    try (RawHttp connection = new RawHttp(target.url(), Duration.ofSeconds(20))) {
      connection.send(
          RawHttp.head(
              "PUT " + Actor.file(id) + " HTTP/1.1",
              owner.identity(),
              "Content-Type: application/octet-stream",
              "Content-Length: 99999999"));
      assertThat(connection.status()).isEqualTo(413);
    }
    untouched(id);
  }

  @Test
  @DisplayName("QUO-05 UP-09: bytes over the project's quota answer 413, deleting frees")
  void bytesOverTheProjectsQuotaAnswer413() {
    String first = owner.active(data(60_000));
    String second = owner.image();
    owner.upload(second, data(40_001)).expect(413);
    untouched(second);
    owner.delete("/v2/images/" + first).expect(204);
    owner.upload(second, data(60_000)).expect(204);
  }

  @Test
  @DisplayName("QUO-05 UP-09: a stream that gets longer than the project's quota answers 413")
  @DiffersFromPeer("UP-09: Zed leaves the image in saving after such a stream")
  void aStreamOverTheProjectsQuotaAnswers413() {
    owner.active(data(60_000));
    String id = owner.image();
    owner.uploadChunked(id, data(40_001)).expect(413);
    untouched(id);
    owner.uploadChunked(id, data(40_000)).expect(204);
  }

  @Test
  @DisplayName(
      "LIST-01: the default page has limit_param_default rows, api_limit_max caps silently")
  void thePagesHaveTheConfiguredSizes() {
    String run = unique("run");
    for (int i = 0; i < 8; i++) {
      owner.image("e2e_run", run);
    }
    JsonNode usual = owner.get("/v2/images?e2e_run=" + run).json();
    assertThat(usual.path("images")).hasSize(4);
    assertThat(usual.has("next")).isTrue();
    JsonNode most = owner.get("/v2/images?limit=100&e2e_run=" + run).json();
    assertThat(most.path("images")).hasSize(7);
    assertThat(owner.get(most.path("next").asText()).json().path("images")).hasSize(1);
  }

  private void untouched(String id) {
    Poll.until(
        Duration.ofSeconds(20), () -> owner.show(id).path("status").asText(), "queued"::equals);
    assertThat(owner.show(id).path("size").isNull()).isTrue();
    assertThat(owner.show(id).path("locations")).isEmpty();
  }
}
