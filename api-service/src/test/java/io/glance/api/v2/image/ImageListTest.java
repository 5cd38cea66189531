package io.glance.api.v2.image;

import static io.glance.api.testing.Api.get;
import static io.glance.api.testing.Api.golden;
import static io.glance.api.testing.Api.text;
import static io.glance.api.testing.TestCallers.ADMIN;
import static io.glance.api.testing.TestCallers.MEMBER;
import static io.glance.api.testing.TestCallers.OTHER;
import static io.glance.api.testing.TestCallers.READER;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.api.testing.ImageApiProfile;
import io.glance.api.testing.TestImage;
import io.glance.model.image.MemberStatus;
import io.glance.model.image.Visibility;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(ImageApiProfile.class)
class ImageListTest extends ImageApiTestBase {

  // LIST-05, ERR-12
  @Test
  void listsWithLinksThatKeepTheParameters() {
    registry.put(new TestImage(ID).name("two").properties(Map.of("x", "b c")).build());

    // The property itself comes first in the image's JSON.
    String expected =
        golden("list.json").replace("{\"images\": [{", "{\"images\": [{\"x\": \"b c\", ");
    assertThat(text(get(MEMBER, "/v2/images?limit=1&x=b%20c"))).isEqualTo(expected);
  }

  // LIST-02
  @Test
  void aPageOfNoneHasNoNext() {
    registry.put(new TestImage(ID).build());

    assertThat(text(get(MEMBER, "/v2/images?limit=0")))
        .isEqualTo(
            "{\"images\": [], \"first\": \"/v2/images?limit=0\", \"schema\":"
                + " \"/v2/schemas/images\"}");
  }

  // LIST-01, LIST-03, LIST-04
  @Test
  void pagesUntilNothingFollows() {
    IntStream.range(0, 50).forEach(i -> registry.put(new TestImage(id(i)).build()));

    List<String> ids = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    String next = "/v2/images";
    while (next != null) {
      Response page = get(MEMBER, next);
      List<String> found = page.path("images.id");
      ids.addAll(found);
      sizes.add(found.size());
      next = page.path("next");
    }

    assertThat(sizes).containsExactly(25, 25, 0);
    assertThat(ids).doesNotHaveDuplicates().hasSize(50);
    assertThat(ids.get(0)).isEqualTo(id(49));
  }

  private static String path(String query) {
    return query.isEmpty() ? "/v2/images" : "/v2/images?" + query;
  }

  private static String id(int number) {
    return "00000000-0000-0000-0000-0000000000%02d".formatted(number);
  }

  // LIST-01
  @Test
  void theLargestPageIsCappedSilently() {
    settings.set("api_limit_max", "2");
    IntStream.range(0, 3).forEach(i -> registry.put(new TestImage(id(i)).build()));

    assertThat(get(MEMBER, "/v2/images?limit=100").<List<?>>path("images")).hasSize(2);
  }

  // LIST-04
  @Test
  void anUnknownOrInvisibleMarkerIsRefused() {
    registry.put(new TestImage(ID).visibility(Visibility.PRIVATE).build());

    assertRefused(get(OTHER, "/v2/images?marker=" + ID), 400, "No image found with ID " + ID);
    assertStatus(get(OTHER, "/v2/images?marker=zz"), 400);
  }

  // LIST-09 to LIST-12
  @ParameterizedTest
  @CsvSource({
    "'p1:member,reader', '', private shared public community",
    "'p2:member,reader', '', shared public",
    "'p3:member,reader', '', public",
    "'pa:admin,reader', '', private shared public",
    "'pa:admin,reader', visibility=all, private shared public community",
    "'p3:member,reader', visibility=all, public community",
    "'p3:member,reader', visibility=community, community",
    "'p2:member,reader', visibility=shared, shared",
    "'p3:member,reader', visibility=private, ''",
    "'p3:member,reader', visibility=shared&member_status=pending, shared",
    "'p3:member,reader', visibility=shared&member_status=all, shared",
    "'p3:member,reader', visibility=shared&member_status=rejected, ''",
    "'p3:member,reader', visibility=, ''",
    "anonymous, '', public"
  })
  void listsWhatTheCallerMaySee(String persona, String query, String expected) {
    for (Visibility visibility : Visibility.values()) {
      registry.put(new TestImage(visibility.wireName()).visibility(visibility).owner("p1").build());
    }
    registry.share("shared", "p2", MemberStatus.ACCEPTED);
    registry.share("shared", "p3", MemberStatus.PENDING);

    Response response = get(persona, path(query));

    List<String> ids = response.path("images.id");
    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
  }

  // LIST-25, POL-05
  @Test
  void withoutTheRoleThereIsNoList() {
    assertRefused(
        get("p1:nobody", "/v2/images"), 403, "You are not authorized to complete get_images");
    assertStatus(get(READER, "/v2/images"), 200);
    assertStatus(get(ADMIN, "/v2/images"), 200);
  }

  // LIST-18, LIST-19, LIST-21, LIST-27
  @ParameterizedTest
  @CsvSource({
    "'', a b",
    "tag=x, a b",
    "tag=x&tag=y, b",
    "os_hidden=True, h",
    "os_distro=deb, a",
    "foo=bar, ''",
    "name=, ''",
    "name=in:a%2Cb, a b",
    "size_min=5, b",
    "size=abc, ''",
    "protected=true, b",
    "deleted=true, a b",
    "properties=x, ''"
  })
  void filters(String query, String expected) {
    registry.put(
        new TestImage("a")
            .name("a")
            .tags(List.of("x"))
            .properties(Map.of("os_distro", "deb"))
            .build());
    registry.put(
        new TestImage("b").name("b").active(5).flags(true, false).tags(List.of("x", "y")).build());
    registry.put(new TestImage("h").name("h").flags(false, true).build());

    List<String> ids = get(MEMBER, path(query)).path("images.id");

    assertThat(ids)
        .containsExactlyInAnyOrderElementsOf(
            expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
  }

  // LIST-25
  @Test
  void pagingGoesOnAlthoughThePolicyDropsRows() {
    registry.put(new TestImage(ID).visibility(Visibility.PUBLIC).build());

    Response response = get(MEMBER, "/v2/images?limit=1");

    assertThat(response.<String>path("next")).isEqualTo("/v2/images?limit=1&marker=" + ID);
  }
}
