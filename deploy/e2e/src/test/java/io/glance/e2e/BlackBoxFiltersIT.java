package io.glance.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Litter;
import io.glance.e2e.client.Reply;
import io.glance.e2e.target.DiffersFromPeer;
import io.glance.e2e.target.Profile;
import io.glance.e2e.target.Target;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlackBoxFiltersIT extends BlackBox {
  private static final String RUN = unique("run");
  private static final Litter SHARED = new Litter();

  @BeforeAll
  static void makeSomeImages() {
    Target target = Target.of(Profile.MAIN);
    Actor owner = target.owner(SHARED);
    owner.active(
        data(10), "name", "alpha", "e2e_RUN", RUN, "os_distro", "debian", "tags", List.of("red"));
    owner.image(
        "name",
        "beta",
        "e2e_RUN",
        RUN,
        "disk_format",
        "iso",
        "container_format",
        "ovf",
        "min_ram",
        5,
        "min_disk",
        7,
        "protected",
        true,
        "tags",
        List.of("red", "blue"));
    owner.image("name", "a,b", "e2e_RUN", RUN, "disk_format", "vhd");
    owner.image("name", "hidden", "e2e_RUN", RUN, "os_hidden", true);
  }

  @AfterAll
  static void removeThem() {
    SHARED.sweep();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "LIST-14|name=alpha|alpha",
        "LIST-14|name=eq:alpha|alpha",
        "LIST-14|name=in:alpha,beta|alpha beta",
        "LIST-14|name=in:%22a,b%22,alpha|a,b alpha",
        "LIST-14|name=nothing|-",
        "LIST-14|status=active|alpha",
        "LIST-14|status=in:active,queued|a,b alpha beta",
        "LIST-14|disk_format=iso|beta",
        "LIST-14|disk_format=in:iso,vhd|a,b beta",
        "LIST-14|container_format=ovf|beta",
        "LIST-14|container_format=in:ovf,bare|a,b alpha beta",
        "LIST-15|created_at=gte:2020-01-01T00:00:00Z|a,b alpha beta",
        "LIST-15|created_at=gt:2020-01-01T00:00:00%2B02:00|a,b alpha beta",
        "LIST-15|created_at=lt:2020-01-01T00:00:00Z|-",
        "LIST-15|updated_at=lte:2020-01-01T00:00:00Z|-",
        "LIST-15|updated_at=neq:2020-01-01T00:00:00Z|a,b alpha beta",
        "LIST-15|created_at=2020-01-01T00:00:00Z|-",
        "LIST-15|created_at=eq:2020-01-01T00:00:00Z|-",
        "LIST-16|size_min=10|alpha",
        "LIST-16|size_min=11|-",
        "LIST-16|size_max=10|alpha",
        "LIST-16|size_max=9|-",
        "LIST-16|min_ram_min=5|beta",
        "LIST-16|min_ram_max=4|a,b alpha",
        "LIST-16|min_disk_min=7&min_disk_max=7|beta",
        "LIST-16|virtual_size_min=1|alpha",
        "LIST-17|protected=true|beta",
        "LIST-17|protected=false|a,b alpha",
        "LIST-18|os_hidden=false|a,b alpha beta",
        "LIST-18|os_hidden=true|hidden",
        "LIST-18|os_hidden=TRUE|hidden",
        "LIST-19|tag=red|alpha beta",
        "LIST-19|tag=red&tag=blue|beta",
        "LIST-19|tag=green|-",
        "LIST-20|size=10|alpha",
        "LIST-20|min_ram=5|beta",
        "LIST-20|checksum=00000000000000000000000000000000|-",
        "LIST-20|os_hash_algo=sha512|alpha",
        "LIST-21|os_distro=debian|alpha",
        "LIST-21|os_distro=none|-",
        "LIST-21|is_public=true|-",
        "LIST-23|deleted=true|a,b alpha beta",
        "LIST-23|status=deleted|-",
        "LIST-27|name=|-",
        "LIST-27|os_distro=|-",
        "LIST-16|size_min=1&name=alpha&tag=red&os_distro=debian|alpha",
      })
  @DisplayName("LIST-14 … LIST-27: filters")
  void filters(String row, String filter, String names) {
    JsonNode list = owner.get("/v2/images?e2e_run=" + RUN + "&" + filter).expect(200).json();
    assertThat(Json.texts(list.path("images"), "name"))
        .as(row)
        .containsExactlyInAnyOrder(names == null ? new String[0] : names.split(" "));
  }

  @Test
  @DisplayName("LIST-20: filters by id, checksum and hash find the one image")
  void filtersByItsHashesFindTheImage() {
    String id = owner.active(data(20));
    JsonNode image = owner.show(id);
    for (String filter :
        List.of(
            "id=" + id,
            "id=in:" + id + ",00000000-0000-4000-8000-000000000000",
            "checksum=" + image.path("checksum").asText(),
            "os_hash_value=" + image.path("os_hash_value").asText())) {
      JsonNode list = owner.get("/v2/images?" + filter).expect(200).json();
      assertThat(Json.texts(list.path("images"), "id")).as(filter).containsExactly(id);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LIST-09|visibility=secret",
        "LIST-12|member_status=maybe",
        "LIST-14|name=neq:x",
        "LIST-14|status=gt:active",
        "LIST-14|name=in:%22a,b",
        "LIST-14|name=in:a%22b%22",
        "LIST-15|created_at=gte:yesterday",
        "LIST-15|created_at=about:2020-01-01T00:00:00Z",
        "LIST-15|updated_at=in:2020-01-01T00:00:00Z",
        "LIST-16|size_min=x",
        "LIST-16|size_max=1x",
        "LIST-17|protected=True",
        "LIST-17|protected=yes",
        "LIST-18|os_hidden=maybe",
        "LIST-22|changes-since=2020-01-01T00:00:00Z",
      })
  @DisplayName("LIST-09 … LIST-22: filters with impossible values answer 400")
  void impossibleFiltersAnswer400(String row, String filter) {
    owner.get("/v2/images?" + filter).expect(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"locations=x", "members=x", "properties=x", "foo_min=3"})
  @DisplayName("LIST-16 LIST-26: names of inner columns answer 400 or nothing")
  @DiffersFromPeer("LIST-26: the peer answers 500")
  void innerNamesFindNothing(String filter) {
    Reply reply = owner.get("/v2/images?e2e_run=" + RUN + "&" + filter).expect(200, 400);
    if (reply.status() == 200) {
      assertThat(reply.json().path("images")).isEmpty();
    }
  }

  @Test
  @DisplayName("LIST-24: queued images of the own project are listed, staged and active ones too")
  void queuedImagesAreListed() {
    String run = unique("run");
    String queued = owner.image("e2e_run", run);
    String active = owner.active(data(3), "e2e_run", run);
    assertThat(Json.texts(owner.get("/v2/images?e2e_run=" + run).json().path("images"), "id"))
        .containsExactlyInAnyOrder(queued, active);
  }
}
