package io.glance.registry.image;

import static io.glance.registry.testing.Callers.ADMIN;
import static io.glance.registry.testing.Callers.ALICE;
import static io.glance.registry.testing.Callers.ANONYMOUS;
import static io.glance.registry.testing.Callers.BOB;
import static io.glance.registry.testing.Failures.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageQuery;
import io.glance.model.image.ImageQuery.Filter;
import io.glance.model.image.ImageQuery.Operator;
import io.glance.model.image.ImageQuery.Sort;
import io.glance.model.image.ImageQuery.SortKey;
import io.glance.model.image.MemberStatus;
import io.glance.model.image.Visibility;
import io.glance.registry.testing.Images;
import io.glance.registry.testing.Rows;
import io.glance.registry.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImageListTest {
  @Inject ImageService service;

  @BeforeEach
  void empty() {
    TestDatabase.clean();
  }

  static Stream<Arguments> everySort() {
    return Stream.of(SortKey.values())
        .flatMap(key -> Stream.of(Arguments.of(key, true), Arguments.of(key, false)));
  }

  @ParameterizedTest // LIST-04, LIST-06, LIST-08
  @MethodSource("everySort")
  void pagingLosesNoRowAndKeepsMySqlsOrder(SortKey key, boolean descending) {
    for (int index = 0; index < 17; index++) {
      String id = "00000000-0000-0000-0000-0000000000%02d".formatted((index * 7) % 17);
      boolean isNull = index % 3 == 0;
      TestDatabase.run(
          "INSERT INTO images (id, name, size, status, visibility, owner, created_at, updated_at,"
              + " deleted, min_disk, min_ram, disk_format, container_format) VALUES ('%s', %s, %s,"
                  .formatted(
                      id,
                      isNull ? "NULL" : "'" + (index % 2 == 0 ? "N" : "n") + index % 4 + "'",
                      isNull ? "NULL" : String.valueOf(index % 5))
              + " '%s', 'private', 'project-a', '2026-01-0%d 00:00:00', %s, 0, 0, 0, %s, %s)"
                  .formatted(
                      index % 2 == 0 ? "active" : "queued",
                      1 + index % 4,
                      isNull ? "NULL" : "'2026-02-0%d 00:00:00'".formatted(1 + index % 3),
                      isNull ? "NULL" : index % 2 == 0 ? "'raw'" : "'qcow2'",
                      isNull ? "NULL" : index % 2 == 0 ? "'bare'" : "'ovf'"));
    }
    String direction = descending ? " DESC" : "";
    String column = key.name().toLowerCase(Locale.ROOT);
    List<String> wanted =
        Rows.texts(
            "SELECT id FROM images ORDER BY "
                + column
                + direction
                + ", created_at"
                + direction
                + ", id"
                + direction);
    for (int pageSize : new int[] {1, 3, 5}) {
      List<String> seen = new ArrayList<>();
      String marker = null;
      List<String> page;
      do {
        page = ids(ALICE, Images.page(List.of(new Sort(key, descending)), marker, pageSize));
        seen.addAll(page);
        marker = page.isEmpty() ? null : page.get(page.size() - 1);
      } while (!page.isEmpty() && seen.size() < 100);
      assertThat(seen).isEqualTo(wanted);
    }
  }

  @Test // LIST-04
  void anUnknownOrInvisibleMarkerIsRefused() {
    String foreign = make("b", "project-b", Visibility.PRIVATE);
    List<Sort> newest = List.of(new Sort(SortKey.CREATED_AT, true));
    for (String marker : List.of("none", foreign)) {
      assertThat(code(() -> service.list(ALICE, Images.page(newest, marker, 5))))
          .isEqualTo(ErrorCode.BAD_REQUEST);
    }
    assertThat(ids(ALICE, Images.page(newest, null, 0))).isEmpty(); // LIST-02
  }

  @Test // LIST-09, LIST-10, LIST-11
  void eachCallerSeesItsOwnView() {
    String own = make("own", "project-a", Visibility.PRIVATE);
    String ownCommunity = make("own community", "project-a", Visibility.COMMUNITY);
    String foreign = make("foreign", "project-b", Visibility.PRIVATE);
    String foreignCommunity = make("foreign community", "project-b", Visibility.COMMUNITY);
    String open = make("open", "project-b", Visibility.PUBLIC);
    String shared = make("shared", "project-b", Visibility.SHARED);
    share(shared, "project-a", "accepted");
    String pending = make("pending", "project-b", Visibility.SHARED);
    share(pending, "project-a", "pending");
    String once = make("once shared", "project-b", Visibility.PRIVATE);
    share(once, "project-a", "accepted");

    assertThat(ids(ALICE, view(null, false)))
        .containsExactlyInAnyOrder(own, ownCommunity, open, shared);
    assertThat(ids(ALICE, view(null, true)))
        .containsExactlyInAnyOrder(own, ownCommunity, foreignCommunity, open, shared);
    assertThat(ids(ALICE, view(Visibility.COMMUNITY, false)))
        .containsExactlyInAnyOrder(ownCommunity, foreignCommunity);
    assertThat(ids(ALICE, view(Visibility.SHARED, false))).containsExactly(shared);
    assertThat(ids(ALICE, view(Visibility.PRIVATE, false))).containsExactly(own);
    assertThat(ids(ADMIN, view(null, false)))
        .containsExactlyInAnyOrder(own, foreign, open, shared, pending, once);
    assertThat(ids(ADMIN, view(null, true))).hasSize(8);
    assertThat(ids(ANONYMOUS, view(null, false))).containsExactly(open);
    assertThat(ids(ANONYMOUS, view(null, true)))
        .containsExactlyInAnyOrder(open, ownCommunity, foreignCommunity);
  }

  @Test // IMG-23 to IMG-25, DB-22
  void byIdMembersSeeWhateverTheySaid() {
    String shared = make("shared", "project-b", Visibility.SHARED);
    String unowned = make("unowned", null, Visibility.PRIVATE);
    String community = make("community", "project-b", Visibility.COMMUNITY);
    assertThat(code(() -> service.get(ALICE, shared))).isEqualTo(ErrorCode.NOT_FOUND);
    for (String status : List.of("pending", "accepted", "rejected")) {
      TestDatabase.run("DELETE FROM image_members");
      share(shared, "project-a", status);
      assertThat(service.get(ALICE, shared).id()).isEqualTo(shared);
    }
    TestDatabase.run("UPDATE image_members SET deleted = 1");
    assertThat(code(() -> service.get(ALICE, shared))).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(service.get(ALICE, unowned).id()).isEqualTo(unowned);
    assertThat(service.get(ANONYMOUS, community).id()).isEqualTo(community);
  }

  @Test
  void projectsAreToldApartByCase() {
    String foreign = make("x", "PROJECT-A", Visibility.PRIVATE);
    assertThat(code(() -> service.get(ALICE, foreign))).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(ids(ALICE, Images.all())).isEmpty();
  }

  @ParameterizedTest // LIST-12
  @EnumSource(MemberStatus.class)
  void theMemberStatusChoosesAmongSharedImages(MemberStatus status) {
    for (MemberStatus each : MemberStatus.values()) {
      share(make(each.wireName(), "project-b", Visibility.SHARED), "project-a", each.wireName());
    }
    ImageQuery query =
        new ImageQuery(
            List.of(),
            List.of(),
            Visibility.SHARED,
            false,
            status,
            null,
            List.of(new Sort(SortKey.NAME, false)),
            null,
            9);
    assertThat(names(ALICE, query)).containsExactly(status.wireName());
    ImageQuery every =
        new ImageQuery(
            List.of(),
            List.of(),
            Visibility.SHARED,
            false,
            null,
            null,
            List.of(new Sort(SortKey.NAME, false)),
            null,
            9);
    assertThat(names(ALICE, every)).containsExactly("accepted", "pending", "rejected");
    assertThat(names(BOB, every)).hasSize(3);
  }

  @ParameterizedTest // LIST-13 to LIST-17, LIST-20, LIST-27
  @CsvSource(
      delimiter = ';',
      value = {
        "name;EQ;second;second",
        "name;IN;first|third|none;first third",
        "name;EQ;;",
        "status;EQ;active;second",
        "status;IN;active|queued;first second third",
        "disk_format;EQ;raw;first second third",
        "container_format;EQ;ovf;",
        "size;GTE;10;second third",
        "size;LTE;10;second",
        "size;EQ;20;third",
        "min_ram;GT;-1;first second third",
        "min_disk;LT;0;",
        "virtual_size;GTE;0;",
        "protected;EQ;true;third",
        "protected;EQ;false;first second",
        "owner;EQ;project-a;first second third",
        "checksum;EQ;abc;second",
        "os_hash_algo;EQ;sha512;second",
        "os_hash_value;EQ;def;second",
        "visibility;EQ;private;first second third",
        "created_at;GTE;2026-01-02T00:00:00Z;second third",
        "created_at;GT;2026-01-02T01:00:00+01:00;third",
        "created_at;LT;2026-01-02T00:00:00Z;first",
        "created_at;LTE;2026-01-02T00:00:00Z;first second",
        "created_at;EQ;2026-01-02T00:00:00Z;second",
        "updated_at;NEQ;2026-01-02T00:00:00Z;first third",
      })
  void filtersCompareColumns(String key, Operator operator, String values, String wanted) {
    threeImages();
    Filter filter =
        new Filter(
            key, false, operator, values == null ? List.of("") : List.of(values.split("\\|")));
    assertThat(String.join(" ", names(ALICE, Images.where(filter))))
        .isEqualTo(wanted == null ? "" : wanted);
  }

  @Test // LIST-14 to LIST-16
  void badFiltersAreRefused() {
    for (Filter filter :
        List.of(
            new Filter("size", false, Operator.EQ, List.of("many")),
            new Filter("created_at", false, Operator.GT, List.of("yesterday")),
            new Filter("deleted_at", false, Operator.EQ, List.of("x")),
            new Filter("name", false, Operator.EQ, List.of("a", "b")),
            new Filter("os_distro", true, Operator.GT, List.of("a")))) {
      assertThat(code(() -> service.list(ALICE, Images.where(filter))))
          .isEqualTo(ErrorCode.BAD_REQUEST);
    }
  }

  @Test // LIST-19, LIST-21
  void filtersMatchTagsAndExtraProperties() {
    service.create(
        ALICE,
        Images.create(
            "one",
            "project-a",
            Visibility.PRIVATE,
            Map.of("os_distro", "debian"),
            List.of("x", "y")));
    service.create(
        ALICE,
        Images.create(
            "two", "project-a", Visibility.PRIVATE, Map.of("os_distro", "fedora"), List.of("x")));
    assertThat(names(ALICE, Images.tagged("x", "y"))).containsExactly("one");
    assertThat(names(ALICE, Images.tagged("x"))).containsExactlyInAnyOrder("one", "two");
    assertThat(names(ALICE, Images.tagged("z"))).isEmpty();
    assertThat(
            names(
                ALICE, Images.where(new Filter("os_distro", true, Operator.EQ, List.of("debian")))))
        .containsExactly("one");
    assertThat(names(ALICE, Images.where(new Filter("none", true, Operator.EQ, List.of("debian")))))
        .isEmpty();
    String emoji = "\uD83D\uDE00";
    assertThat(names(ALICE, Images.where(new Filter("name", false, Operator.EQ, List.of(emoji)))))
        .isEmpty();
    assertThat(names(ALICE, Images.where(new Filter(emoji, true, Operator.EQ, List.of(emoji)))))
        .isEmpty();
    assertThat(names(ALICE, Images.tagged(emoji))).isEmpty();
    TestDatabase.run(
        "UPDATE image_tags SET deleted = 1", "UPDATE image_properties SET deleted = 1");
    assertThat(names(ALICE, Images.tagged("x"))).isEmpty();
    assertThat(
            names(
                ALICE, Images.where(new Filter("os_distro", true, Operator.EQ, List.of("debian")))))
        .isEmpty();
  }

  @Test // LIST-18
  void hiddenImagesShowOnDemandOnly() {
    String hidden = make("hidden", "project-a", Visibility.PRIVATE);
    TestDatabase.run("UPDATE images SET os_hidden = 1 WHERE id = '" + hidden + "'");
    String shown = make("shown", "project-a", Visibility.PRIVATE);
    assertThat(ids(ALICE, hidden(false))).containsExactly(shown);
    assertThat(ids(ALICE, hidden(true))).containsExactly(hidden);
    assertThat(ids(ALICE, hidden(null))).hasSize(2);
  }

  @Test // LIST-23, LIST-24
  void deletedKilledAndPendingDeleteImagesAreNeverListed() {
    for (String status : List.of("killed", "pending_delete", "deleted")) {
      String id = make(status, "project-a", Visibility.PRIVATE);
      TestDatabase.run("UPDATE images SET status = '" + status + "' WHERE id = '" + id + "'");
    }
    String gone = make("deleted", "project-a", Visibility.PRIVATE);
    TestDatabase.run("UPDATE images SET deleted = 1 WHERE id = '" + gone + "'");
    make("queued", "project-a", Visibility.PRIVATE);
    assertThat(names(ADMIN, view(null, true))).containsExactly("queued");
    Filter killed = new Filter("status", false, Operator.EQ, List.of("killed"));
    assertThat(names(ADMIN, Images.where(killed))).isEmpty();
  }

  private void threeImages() {
    int day = 1;
    for (String name : List.of("first", "second", "third")) {
      String id = make(name, "project-a", Visibility.PRIVATE);
      TestDatabase.run(
          "UPDATE images SET created_at = '2026-01-0%d', updated_at = '2026-01-0%d' WHERE id = '%s'"
              .formatted(day, day, id));
      day++;
    }
    TestDatabase.run(
        "UPDATE images SET size = 10, status = 'active', checksum = 'abc', os_hash_algo ="
            + " 'sha512', os_hash_value = 'def' WHERE name = 'second'",
        "UPDATE images SET size = 20, protected = 1 WHERE name = 'third'");
  }

  private String make(String name, String owner, Visibility visibility) {
    return service.create(ADMIN, Images.named(name, owner, visibility)).id();
  }

  private static void share(String imageId, String member, String status) {
    TestDatabase.run(
        "INSERT INTO image_members (image_id, member, can_share, created_at, deleted, status)"
            + " VALUES ('%s', '%s', 0, '2026-01-01', 0, '%s')".formatted(imageId, member, status));
  }

  private static ImageQuery view(Visibility visibility, boolean all) {
    return new ImageQuery(
        List.of(),
        List.of(),
        visibility,
        all,
        MemberStatus.ACCEPTED,
        false,
        List.of(new Sort(SortKey.CREATED_AT, true)),
        null,
        100);
  }

  private static ImageQuery hidden(Boolean hidden) {
    return new ImageQuery(
        List.of(),
        List.of(),
        null,
        false,
        null,
        hidden,
        List.of(new Sort(SortKey.CREATED_AT, true)),
        null,
        100);
  }

  private List<String> ids(RequestContext caller, ImageQuery query) {
    return service.list(caller, query).items().stream().map(ImageMetadata::id).toList();
  }

  private List<String> names(RequestContext caller, ImageQuery query) {
    return service.list(caller, query).items().stream().map(ImageMetadata::name).sorted().toList();
  }
}
