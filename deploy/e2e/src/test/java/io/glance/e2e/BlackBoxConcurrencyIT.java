package io.glance.e2e;

import static io.glance.e2e.client.Json.op;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Persona;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.OursOnly;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many callers at one image at once. */
class BlackBoxConcurrencyIT extends BlackBox {
  private final ExecutorService callers = Executors.newFixedThreadPool(50);

  @AfterEach
  void dismissTheCallers() {
    callers.shutdownNow();
  }

  @RepeatedTest(3)
  @DisplayName("REL-11: of 20 uploads of one image exactly one wins, the others answer 409")
  @OursOnly("REL-11: the peer answers 410 to some, too")
  void ofManyUploadsExactlyOneWins() {
    String id = owner.image();
    List<byte[]> contents = IntStream.range(0, 20).mapToObj(i -> data(50_000 + i)).toList();
    List<Reply> replies = atOnce(20, i -> owner.upload(id, contents.get(i)));
    List<Integer> statuses = replies.stream().map(Reply::status).toList();
    assertThat(statuses).containsOnly(204, 409).containsOnlyOnce(204);
    assertThat(owner.download(id).expect(200).body())
        .isEqualTo(contents.get(statuses.indexOf(204)));
    assertThat(owner.show(id).path("locations")).hasSize(1);
  }

  @Test
  @DisplayName("REL-12 PATCH-21: of 50 concurrent patches none is lost")
  @OursOnly("REL-12: the peer may lose some")
  void ofManyPatchesNoneIsLost() {
    String id = owner.image();
    List<Reply> replies = atOnce(50, i -> owner.patch(id, op("add", "/k" + i, "v" + i)));
    JsonNode image = owner.show(id);
    for (int i = 0; i < 50; i++) {
      assertThat(replies.get(i).expect(200, 409).status()).isIn(200, 409);
      if (replies.get(i).status() == 200) {
        assertThat(image.path("k" + i).asText()).as("k" + i).isEqualTo("v" + i);
      }
    }
    assertThat(replies).extracting(Reply::status).containsOnly(200);
  }

  @Test
  @DisplayName("REL-12 TAG-01: of 30 concurrent tags none is lost")
  @OursOnly("REL-12: the peer may lose some")
  void ofManyTagsNoneIsLost() {
    String id = owner.image();
    atOnce(30, i -> owner.put("/v2/images/" + id + "/tags/t" + i))
        .forEach(reply -> reply.expect(204));
    assertThat(Json.texts(owner.show(id).path("tags")))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 30).mapToObj(i -> "t" + i).toList());
  }

  @Test
  @DisplayName("REL-12 MEM-01: of 30 concurrent members none is lost, of the same one is made")
  @OursOnly("REL-12: the peer may lose some")
  void ofManyMembersNoneIsLost() {
    String members = "/v2/images/" + as(Persona.MEMBER).image() + "/members";
    atOnce(30, i -> owner.post(members, Map.of("member", "m" + i)))
        .forEach(reply -> reply.expect(200));
    assertThat(owner.get(members).json().path("members")).hasSize(30);
    List<Reply> same = atOnce(10, i -> owner.post(members, Map.of("member", "same")));
    assertThat(same).extracting(Reply::status).containsOnly(200, 409).containsOnlyOnce(200);
  }

  @Test
  @DisplayName("REL-12: patches and tags beside an upload all stay")
  @OursOnly("REL-12: the peer may lose some")
  void patchesBesideAnUploadStay() {
    String id = owner.image();
    byte[] data = data(5_000_000);
    List<Reply> replies =
        atOnce(
            21,
            i ->
                i == 0
                    ? owner.upload(id, data)
                    : i % 2 == 0
                        ? owner.patch(id, op("add", "/k" + i, "v"))
                        : owner.put("/v2/images/" + id + "/tags/t" + i));
    replies.forEach(reply -> reply.expect(200, 204));
    JsonNode image = owner.show(id);
    assertThat(image.path("status").asText()).isEqualTo("active");
    assertThat(image.path("tags")).hasSize(10);
    assertThat(Json.names(image)).contains("k2", "k4", "k20");
    assertThat(owner.download(id).body()).isEqualTo(data);
  }

  @Test
  @DisplayName("IMG-11: of 10 creations of one id exactly one wins")
  @OursOnly("IMG-11: a race of the peer's")
  void ofManyCreationsOfOneIdOneWins() {
    String id = UUID.randomUUID().toString();
    List<Reply> replies = atOnce(10, i -> owner.create(Map.of("id", id)));
    assertThat(replies).extracting(Reply::status).containsOnly(201, 409).containsOnlyOnce(201);
  }

  private List<Reply> atOnce(int count, IntFunction<Reply> action) {
    List<CompletableFuture<Reply>> running = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      running.add(CompletableFuture.supplyAsync(() -> action.apply(number), callers));
    }
    return running.stream().map(CompletableFuture::join).toList();
  }
}
