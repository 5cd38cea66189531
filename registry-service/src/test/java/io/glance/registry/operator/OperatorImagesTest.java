package io.glance.registry.operator;

import static io.glance.registry.operator.ImageRows.id;
import static io.glance.registry.operator.TrustedOperators.admin;
import static io.glance.registry.operator.TrustedOperators.alice;
import static io.glance.registry.operator.TrustedOperators.bob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.glance.registry.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
@TestProfile(TrustedOperators.class)
class OperatorImagesTest {
  @BeforeEach
  void rows() {
    TestDatabase.clean();
    ImageRows.image(1, "public", "project-b", "public");
    ImageRows.image(2, "mine", "project-a", "private");
    ImageRows.image(3, "theirs", "project-b", "private");
    ImageRows.image(4, "shared", "project-b", "shared");
    ImageRows.member(4, "project-a", false);
    ImageRows.image(5, "community", "project-b", "community");
    ImageRows.image(6, "gone", "project-a", "private");
    ImageRows.delete(6);
  }

  private static List<String> names(RequestSpecification caller, String path) {
    return caller.get(path).then().statusCode(200).extract().jsonPath().getList("images.name");
  }

  @ParameterizedTest // REG-01
  @ValueSource(strings = {"/", "/images"})
  void theShortListHasSixFields(String path) {
    Map<String, Object> image =
        alice().queryParam("name", "mine").get(path).then().extract().path("images[0]");
    assertThat(image)
        .containsOnlyKeys("id", "name", "size", "disk_format", "container_format", "checksum")
        .containsEntry("id", id(2))
        .containsEntry("size", 20);
  }

  @Test // REG-01
  void aUserSeesPublicOwnAndSharedImages() {
    assertThat(names(alice(), "/images")).containsExactly("shared", "mine", "public");
    assertThat(names(bob(), "/images")).containsExactly("community", "shared", "theirs", "public");
  }

  @Test // REG-01, REG-03
  void anAdministratorSeesAllOnlyWhereItSaysSo() {
    assertThat(names(admin(), "/images")).containsExactly("public");
    assertThat(names(admin().queryParam("is_public", "True"), "/images")).containsExactly("public");
    assertThat(names(admin().queryParam("is_public", "None"), "/images"))
        .containsExactly("shared", "theirs", "mine", "public");
    assertThat(names(admin().queryParam("is_public", "0"), "/images"))
        .containsExactly("shared", "theirs", "mine");
    assertThat(names(alice().queryParam("is_public", "None"), "/images"))
        .as("is_public of a user has no effect")
        .containsExactly("shared", "mine", "public");
  }

  @Test // REG-02, REG-05
  void theFullImageHasExactlyTheFieldsOfV1() {
    ImageRows.property(2, "os_distro", "debian");
    ImageRows.location(2, "file:///images/2");
    Map<String, Object> image = admin().get("/images/" + id(2)).then().extract().path("image");
    assertThat(image)
        .containsOnlyKeys(
            "id",
            "name",
            "status",
            "size",
            "virtual_size",
            "disk_format",
            "container_format",
            "min_disk",
            "min_ram",
            "is_public",
            "checksum",
            "owner",
            "protected",
            "created_at",
            "updated_at",
            "deleted_at",
            "deleted",
            "properties",
            "location",
            "location_data")
        .containsEntry("created_at", "2026-01-01T12:00:02.000000")
        .containsEntry("deleted_at", null)
        .containsEntry("deleted", false)
        .containsEntry("is_public", false)
        .containsEntry("protected", false)
        .containsEntry("virtual_size", null)
        .containsEntry("properties", Map.of("os_distro", "debian"))
        .containsEntry("location", "file:///images/2");
    assertThat(image.get("location_data"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .singleElement()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsOnlyKeys("id", "url", "metadata", "status")
        .containsEntry("metadata", Map.of("store", "fast"))
        .containsEntry("status", "active");
    List<Map<String, Object>> list =
        alice().queryParam("name", "mine").get("/images/detail").then().extract().path("images");
    assertThat(list).singleElement().asString().contains("os_distro").doesNotContain("file:///");
  }

  @Test // REG-05
  void anInvisibleOrUnknownImageIsNotFound() {
    alice().get("/images/" + id(3)).then().statusCode(404);
    alice().get("/images/" + id(6)).then().statusCode(404);
    alice().get("/images/" + id(99)).then().statusCode(404);
    alice().get("/images/" + id(4)).then().statusCode(200);
    alice().get("/images/" + id(5)).then().statusCode(200);
    Map<String, Object> deleted = admin().get("/images/" + id(6)).then().extract().path("image");
    assertThat(deleted)
        .containsEntry("deleted", true)
        .containsEntry("deleted_at", "2026-01-02T00:00:00.000000");
  }

  @ParameterizedTest // REG-03
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name=mine | mine
          name=in:mine,public | mine,public
          name=eq:mine | mine
          status=active | shared,theirs,mine,public
          status=queued | ''
          disk_format=raw | shared,theirs,mine,public
          disk_format=qcow2 | ''
          container_format=bare | shared,theirs,mine,public
          min_ram=2 | shared,theirs,mine,public
          min_ram=3 | ''
          min_disk=1 | shared,theirs,mine,public
          size_min=30 | shared,theirs
          size_max=20 | mine,public
          size_min=20&size_max=30 | theirs,mine
          protected=True | theirs
          protected=0 | shared,mine,public
          property-os=linux | mine
          property-os=linux&property-cpu=arm | ''
          changes-since=2026-01-01T12:00:03Z | gone,shared
          changes-since=2026-01-01T13:00:03%2B01:00 | gone,shared
          changes-since=2026-01-01T12:00:03&deleted=False | shared
          deleted=True | gone
          deleted=no | shared,theirs,mine,public
          unheard=of | shared,theirs,mine,public
          owner=project-a | shared,theirs,mine,public
          name=theirs&name=mine | mine
          """)
  void filters(String query, String expected) {
    ImageRows.set(3, "protected = 1");
    ImageRows.property(2, "os", "linux");
    ImageRows.property(4, "cpu", "arm");
    List<String> names =
        names(admin().urlEncodingEnabled(false), "/images?is_public=None&" + query);
    assertThat(names)
        .containsExactly(
            Stream.of(expected.split(",")).filter(n -> !n.isEmpty()).toArray(String[]::new));
  }

  @Test // REG-03
  void deletedImagesAreForAdministratorsButForChangesSince() {
    assertThat(names(alice().queryParam("deleted", "True"), "/images")).doesNotContain("gone");
    assertThat(names(alice().queryParam("changes-since", "2026-01-01"), "/images"))
        .containsExactly("gone", "shared", "mine", "public");
  }

  @ParameterizedTest // REG-03, REG-04
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          is_public=maybe | is_public must be None, True, or False
          protected=maybe | protected must be True, or False
          changes-since=yesterday | Unrecognized changes-since value
          changes-since=2026-13-01T00:00:00Z | Unrecognized changes-since value
          size_min=x | Unable to filter size_min by a non-numeric value.
          size_max=99999999999999999999 | Unable to filter size_max by a non-numeric value.
          min_ram=x | Unable to filter min_ram by a non-numeric value.
          name=neq:x | Unable to filter by unknown operator
          limit=x | limit param must be an integer
          limit=-1 | limit param must be positive
          marker=x | Invalid marker format
          marker=00000000-0000-4000-8000-000000000099 | Invalid marker. Image could not be found.
          sort_key=owner | Unsupported sort_key. Acceptable values: name, status
          sort_dir=up | Unsupported sort_dir. Acceptable values: asc, desc
          """)
  void badParametersAreRefusedWithTheReason(String query, String reason) {
    admin()
        .accept("")
        .get("/images/detail?" + query)
        .then()
        .statusCode(400)
        .body(containsString(reason));
  }

  @Test // REG-04
  void anInvisibleMarkerIsAsUnknownAsNone() {
    alice()
        .queryParam("marker", id(3))
        .get("/images")
        .then()
        .statusCode(400)
        .body(containsString("Image could not be found"));
  }

  @ParameterizedTest // REG-04
  @CsvSource({
    "name, asc, 'mine,public,shared,theirs'",
    "name, desc, 'theirs,shared,public,mine'",
    "size, asc, 'public,mine,theirs,shared'",
    "id, desc, 'shared,theirs,mine,public'",
    "status, asc, 'public,mine,theirs,shared'",
    "disk_format, desc, 'shared,theirs,mine,public'",
    "container_format, asc, 'public,mine,theirs,shared'",
    "created_at, asc, 'public,mine,theirs,shared'",
    "updated_at, desc, 'shared,theirs,mine,public'"
  })
  void pagesOfOneGiveTheWholeOrder(String key, String direction, String expected) {
    ImageRows.set(1, "disk_format = NULL");
    ImageRows.set(1, "updated_at = '2026-01-01 12:00:01'");
    List<String> walked = new ArrayList<>();
    String marker = "";
    for (int page = 0; page < 10; page++) {
      List<Map<String, String>> images =
          admin()
              .queryParam("is_public", "None")
              .queryParam("limit", 1)
              .queryParam("sort_key", key)
              .queryParam("sort_dir", direction)
              .queryParam("marker", marker)
              .get("/images")
              .then()
              .statusCode(200)
              .extract()
              .path("images");
      if (images.isEmpty()) {
        break;
      }
      walked.add(images.get(0).get("name"));
      marker = images.get(0).get("id");
    }
    assertThat(walked).containsExactly(expected.split(","));
  }

  @Test // REG-02
  void theLimitIsTwentyFiveUnlessGiven() {
    for (int number = 10; number < 40; number++) {
      ImageRows.image(number, "more", "project-a", "private");
    }
    assertThat(names(alice(), "/images/detail")).hasSize(25);
    assertThat(names(alice().queryParam("limit", "99999999999"), "/images/detail")).hasSize(33);
    assertThat(names(alice().queryParam("limit", "0"), "/images/detail")).isEmpty();
  }

  @Test // REG-03, REG-04
  void textsOfTheQueryNeverBecomeSql() {
    assertThat(
            names(
                admin()
                    .queryParam("is_public", "None")
                    .queryParam("name", "x' OR '1'='1")
                    .queryParam("property-a' OR 1=1 -- ", "b"),
                "/images"))
        .isEmpty();
    alice().get("/images/x' OR '1'='1").then().statusCode(404);
  }

  @Test // REG-06, REG-07, REG-08
  void changesAreRefusedClearly() {
    for (var answer :
        List.of(
            admin().contentType("application/json").body("{\"image\":{}}").post("/images"),
            admin().contentType("application/json").body("{\"image\":{}}").put("/images/" + id(1)),
            admin().delete("/images/" + id(1)))) {
      answer.then().statusCode(403).body(containsString("Images API"));
    }
    admin().patch("/images").then().statusCode(405);
    assertThat(names(admin(), "/images")).containsExactly("public");
  }
}
