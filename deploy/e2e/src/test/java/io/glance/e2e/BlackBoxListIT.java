package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.Auth;
import io.glance.e2e.target.Differences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlackBoxListIT extends BlackBox {
  private final String run = unique("run");
  private final String mine = "/v2/images?e2e_run=" + run;

  @Test
  @DisplayName("LIST-01: the newest comes first, then the greater id; schema and first are there")
  void theNewestComesFirst() {
    for (int i = 0; i < 4; i++) {
      image("name", "n" + i);
    }
    JsonNode list = owner.get(mine).expect(200).json();
    assertThat(Json.names(list)).containsExactly("images", "first", "schema");
    assertThat(list.path("schema").asText()).isEqualTo("/v2/schemas/images");
    List<JsonNode> images = new ArrayList<>();
    list.path("images").forEach(images::add);
    Comparator<JsonNode> order =
        Comparator.comparing((JsonNode i) -> i.path("created_at").asText())
            .thenComparing(i -> i.path("id").asText())
            .reversed();
    assertThat(images).hasSize(4).isSortedAccordingTo(order);
    assertThat(images.get(0)).isEqualTo(owner.show(images.get(0).path("id").asText()));
  }

  @Test
  @DisplayName("LIST-02: limit=0 answers an empty list without next")
  void limitZeroAnswersAnEmptyList() {
    image();
    JsonNode list = owner.get(mine + "&limit=0").expect(200).json();
    assertThat(list.path("images")).isEmpty();
    assertThat(list.has("next")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1.5", "", "%20"})
  @DisplayName("LIST-02: another limit answers 400")
  void anotherLimitAnswers400(String limit) {
    owner.get("/v2/images?limit=" + limit).expect(400).containing("limit param must be");
  }

  @Test
  @DisplayName("LIST-03 LIST-04 LIST-05: a full page has a next, the page after it may be empty")
  void aFullPageHasANext() {
    List<String> ids = List.of(image("name", "a"), image("name", "b"));
    JsonNode full = owner.get(mine + "&limit=2&sort=name:asc").json();
    assertThat(Json.texts(full.path("images"), "id")).isEqualTo(ids);
    assertThat(full.path("first").asText())
        .startsWith("/v2/images?")
        .contains("limit=2", "e2e_run=" + run)
        .doesNotContain("marker");
    assertThat(full.path("next").asText())
        .startsWith("/v2/images?")
        .contains("marker=" + ids.get(1));
    JsonNode after = owner.get(full.path("next").asText()).expect(200).json();
    assertThat(after.path("images")).isEmpty();
    assertThat(after.has("next")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "name,asc",
    "size,desc",
    "created_at,desc",
    "id,asc",
    "status,asc",
    "disk_format,desc"
  })
  @DisplayName("LIST-04 LIST-08: pages of one neither lose nor repeat rows, nulls included")
  void pagesNeitherLoseNorRepeatRows(String key, String direction) {
    List<String> ids = new ArrayList<>();
    ids.add(owner.active(data(5), "e2e_run", run, "name", "b"));
    ids.add(owner.active(data(3), "e2e_run", run, "name", "a"));
    ids.add(image("name", "b"));
    ids.add(image("name", null, "disk_format", null));
    List<String> seen = new ArrayList<>();
    String next = mine + "&limit=1&sort_key=" + key + "&sort_dir=" + direction;
    while (!next.isEmpty() && seen.size() < 9) {
      JsonNode page = owner.get(next).expect(200).json();
      seen.addAll(Json.texts(page.path("images"), "id"));
      next = page.path("next").asText();
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "00000000-0000-4000-8000-000000000000"})
  @DisplayName("LIST-04: an unknown marker answers 400")
  void anUnknownMarkerAnswers400(String marker) {
    owner.get("/v2/images?marker=" + marker).expect(400);
  }

  @Test
  @DisplayName("LIST-04: a deleted image as marker answers 400")
  void aDeletedMarkerAnswers400() {
    if (target.auth() == Auth.NONE) {
      Differences.skipPeer("LIST-04: the peer takes deleted markers with flavor none");
    }
    String id = image();
    owner.delete("/v2/images/" + id).expect(204);
    owner.get("/v2/images?marker=" + id).expect(400);
  }

  @Test
  @DisplayName("LIST-05: first and next keep encoded parameters")
  void firstKeepsEncodedParameters() {
    String name = "a b&c=d/é";
    image("name", name);
    image("name", name);
    JsonNode list = owner.get(mine + "&limit=1&name=a%20b%26c%3Dd%2F%C3%A9").expect(200).json();
    JsonNode next = owner.get(list.path("next").asText()).expect(200).json();
    JsonNode first = owner.get(list.path("first").asText()).expect(200).json();
    assertThat(next.at("/images/0/name").asText()).isEqualTo(name);
    assertThat(first.path("images")).isEqualTo(list.path("images"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sort_key=name&sort_dir=asc|a1 a2 b1",
        "sort_key=name&sort_dir=desc|b1 a2 a1",
        "sort_key=name|b1 a2 a1",
        "sort=name:asc|a1 a2 b1",
        "sort=name|b1 a2 a1",
        "sort=container_format:asc,name:desc|b1 a2 a1",
        "sort_key=container_format&sort_key=name&sort_dir=asc|b1 a1 a2",
        "sort_key=container_format&sort_key=name&sort_dir=desc&sort_dir=asc|a1 a2 b1",
        "sort=container_format:desc,name|a2 a1 b1",
      })
  @DisplayName("LIST-06 LIST-07: sorting by keys and directions")
  void sortingByKeys(String sort, String names) {
    image("name", "a1", "container_format", "ovf");
    image("name", "b1", "container_format", "bare");
    image("name", "a2", "container_format", "ovf");
    JsonNode list = owner.get(mine + "&" + sort).expect(200).json();
    assertThat(Json.texts(list.path("images"), "name")).containsExactly(names.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort_key=owner",
        "sort_key=nonsense",
        "sort_key=name&sort_dir=up",
        "sort_dir=sideways",
        "sort=name:up",
        "sort=nonsense:asc",
        "sort=name:asc&sort_key=name",
        "sort=name:asc&sort_dir=asc",
        "sort_key=name&sort_key=size&sort_key=id&sort_dir=asc&sort_dir=desc",
        "sort_key=name&sort_dir=asc&sort_dir=desc"
      })
  @DisplayName("LIST-06 LIST-07: other sort parameters answer 400")
  void otherSortParametersAnswer400(String sort) {
    owner.get("/v2/images?" + sort).expect(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "status",
        "container_format",
        "disk_format",
        "size",
        "id",
        "created_at",
        "updated_at"
      })
  @DisplayName("LIST-06: all the sort keys are taken")
  void allSortKeysAreTaken(String key) {
    image();
    Reply reply = owner.get(mine + "&sort_key=" + key).expect(200);
    assertThat(reply.json().path("images")).hasSize(1);
  }

  private String image(Object... attributes) {
    Object[] all = new Object[attributes.length + 2];
    System.arraycopy(attributes, 0, all, 0, attributes.length);
    all[attributes.length] = "e2e_run";
    all[attributes.length + 1] = run;
    return owner.image(all);
  }
}
