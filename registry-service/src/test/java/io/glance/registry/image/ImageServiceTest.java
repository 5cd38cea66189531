package io.glance.registry.image;

import static io.glance.registry.testing.Callers.ADMIN;
import static io.glance.registry.testing.Callers.ALICE;
import static io.glance.registry.testing.Callers.ANONYMOUS;
import static io.glance.registry.testing.Callers.BOB;
import static io.glance.registry.testing.Failures.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.model.error.ErrorCode;
import io.glance.model.image.CreateImage;
import io.glance.model.image.ImageAttribute;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.UpdateImage;
import io.glance.model.image.Visibility;
import io.glance.registry.testing.Images;
import io.glance.registry.testing.Rows;
import io.glance.registry.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImageServiceTest {
  private static final String EMOJI = "\uD83D\uDE00";

  @Inject ImageService service;

  @BeforeEach
  void empty() {
    TestDatabase.clean();
  }

  @Test // IMG-09, DB-03
  void aNewImageIsReadBackAsItWasGiven() {
    CreateImage command =
        new CreateImage(
            "71c675ab-d94f-49cd-a114-e12490b328d9",
            "n\u00e4me",
            Visibility.SHARED,
            "qcow2",
            "bare",
            "project-a",
            3,
            512,
            true,
            true,
            Map.of("os_distro", "debian"),
            List.of("b", "a"));
    ImageMetadata made = service.create(ALICE, command);
    assertThat(made).isEqualTo(service.get(ALICE, command.id()));
    assertThat(made.status()).isEqualTo(ImageStatus.QUEUED);
    assertThat(made.name()).isEqualTo("n\u00e4me");
    assertThat(made.minDisk()).isEqualTo(3);
    assertThat(made.minRam()).isEqualTo(512);
    assertThat(made.isProtected()).isTrue();
    assertThat(made.hidden()).isTrue();
    assertThat(made.size()).isNull();
    assertThat(made.tags()).containsExactly("b", "a");
    assertThat(made.properties()).containsExactly(Map.entry("os_distro", "debian"));
    assertThat(made.createdAt()).isEqualTo(made.updatedAt());
    assertThat(made.createdAt().getNano()).isZero();
    assertThat(Rows.count("images WHERE created_at = updated_at AND deleted = 0")).isOne();
  }

  @Test // IMG-11, DB-18
  void theIdOfADeletedImageIsTakenForEver() {
    ImageMetadata image = service.create(ALICE, Images.named("x", "project-a", Visibility.SHARED));
    CreateImage again =
        new CreateImage(
            image.id(),
            null,
            Visibility.SHARED,
            null,
            null,
            null,
            0,
            0,
            false,
            false,
            Map.of(),
            List.of());
    assertThat(code(() -> service.create(ALICE, again))).isEqualTo(ErrorCode.CONFLICT);
    TestDatabase.run("UPDATE images SET deleted = 1, status = 'deleted'");
    assertThat(code(() -> service.create(ALICE, again))).isEqualTo(ErrorCode.CONFLICT);
  }

  @Test // IMG-23
  void aDeletedImageIsNobodys() {
    ImageMetadata image = service.create(ALICE, Images.named("x", "project-a", Visibility.PUBLIC));
    TestDatabase.run("UPDATE images SET deleted = 1, status = 'deleted'");
    assertThat(code(() -> service.get(ADMIN, image.id()))).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(code(() -> service.get(ALICE, image.id()))).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test // DB-04: the unique key does not know of deleted rows
  void aPropertyAddedAgainRevivesItsRow() {
    ImageMetadata image = withProperty("colour", "red");
    service.update(ALICE, image.id(), Images.remove("colour"));
    assertThat(Rows.count("image_properties WHERE deleted = 1 AND deleted_at IS NOT NULL")).isOne();
    ImageMetadata again = service.update(ALICE, image.id(), Images.set(Map.of("colour", "blue")));
    assertThat(again.properties()).containsExactly(Map.entry("colour", "blue"));
    assertThat(Rows.count("image_properties")).isOne();
    assertThat(Rows.count("image_properties WHERE deleted = 0 AND deleted_at IS NULL")).isOne();
  }

  @Test // SEC-46, DB-04: equal by the collation
  void namesThatDifferInCaseOnlyConflict() {
    ImageMetadata image = withProperty("Abc", "1");
    assertThat(code(() -> service.update(ALICE, image.id(), Images.set(Map.of("abc", "2")))))
        .isEqualTo(ErrorCode.CONFLICT);
    assertThat(
            code(
                () ->
                    service.update(
                        ALICE, image.id(), Images.set(Map.of("\u00e4", "2", "\u00c4", "3")))))
        .isEqualTo(ErrorCode.CONFLICT);
    assertThat(service.get(ALICE, image.id()).properties()).containsExactly(Map.entry("Abc", "1"));
    UpdateImage rename =
        Images.update(Map.of(), Map.of("abc", "2"), Set.of("Abc"), ImageLimits.NONE);
    assertThat(service.update(ALICE, image.id(), rename).properties())
        .containsExactly(Map.entry("abc", "2"));
  }

  @Test // IMG-02, DB-22
  void aNullPropertyOfOldReadsAsEmptyText() {
    ImageMetadata image = withProperty("old", "x");
    TestDatabase.run("UPDATE image_properties SET value = NULL");
    assertThat(service.get(ALICE, image.id()).properties()).containsEntry("old", "");
  }

  @ParameterizedTest // SEC-46: never 500
  @ValueSource(strings = {EMOJI, "a" + EMOJI + "b"})
  void charactersOfFourBytesAreRefused(String text) {
    ImageMetadata image = withProperty("p", "v");
    assertThat(code(() -> service.update(ALICE, image.id(), Images.set(Map.of("p", text)))))
        .isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(code(() -> service.update(ALICE, image.id(), Images.set(Map.of(text, "v")))))
        .isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(code(() -> service.addTag(ALICE, image.id(), text, ImageLimits.NONE)))
        .isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(
            code(() -> service.create(ALICE, Images.named(text, "project-a", Visibility.SHARED))))
        .isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(Rows.count("images")).isOne();
  }

  @Test // IMG-13: never 500
  void textLongerThanItsColumnIsRefused() {
    ImageMetadata image = withProperty("p", "v");
    assertThat(
            code(
                () ->
                    service.update(ALICE, image.id(), Images.set(Map.of("p", "x".repeat(65_536))))))
        .isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(
            code(() -> service.update(ALICE, image.id(), Images.set(Map.of("k".repeat(256), "v")))))
        .isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(code(() -> service.addTag(ALICE, image.id(), "t".repeat(256), ImageLimits.NONE)))
        .isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(service.update(ALICE, image.id(), Images.set(Map.of("p", "x".repeat(65_535)))))
        .isNotNull();
  }

  @Test // QUO-02, IMG-20
  void thePropertyLimitCountsNewOnesButNotOurs() {
    ImageMetadata image = withProperty("one", "1");
    ImageLimits two = new ImageLimits(2, -1, -1, -1);
    service.update(ALICE, image.id(), limited(Map.of("two", "2", "os_glance_x", "y"), two));
    assertThat(code(() -> service.update(ALICE, image.id(), limited(Map.of("three", "3"), two))))
        .isEqualTo(ErrorCode.TOO_LARGE);
    ImageLimits one = new ImageLimits(1, -1, -1, -1);
    assertThat(service.update(ALICE, image.id(), limited(Map.of("two", "new"), one)).properties())
        .containsEntry("two", "new");
  }

  @Test // TAG-01, TAG-02, TAG-03, QUO-03
  void tagsAreToldApartByCase() {
    ImageMetadata image = withProperty("p", "v");
    ImageLimits two = new ImageLimits(-1, 2, -1, -1);
    service.addTag(ALICE, image.id(), "Tag", two);
    service.addTag(ALICE, image.id(), "tag", two);
    service.addTag(ALICE, image.id(), "tag", two);
    assertThat(service.get(ALICE, image.id()).tags()).containsExactly("Tag", "tag");
    assertThat(code(() -> service.addTag(ALICE, image.id(), "third", two)))
        .isEqualTo(ErrorCode.TOO_LARGE);
    service.removeTag(ALICE, image.id(), "Tag");
    assertThat(code(() -> service.removeTag(ALICE, image.id(), "TAG")))
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(service.get(ALICE, image.id()).tags()).containsExactly("tag");
  }

  @Test // IMG-19
  void aNewListOfTagsKeepsTheRowsOfThoseThatStay() {
    ImageMetadata image =
        service.create(
            ALICE, Images.create("x", "project-a", Visibility.SHARED, Map.of(), List.of("a", "b")));
    ImageMetadata changed =
        service.update(
            ALICE, image.id(), Images.tags(Arrays.asList("c", "b", "c"), ImageLimits.NONE));
    assertThat(changed.tags()).containsExactly("b", "c");
    assertThat(Rows.count("image_tags WHERE deleted = 1 AND value = 'a'")).isOne();
    assertThat(
            code(
                () ->
                    service.update(
                        ALICE,
                        image.id(),
                        Images.tags(List.of("a", "b"), new ImageLimits(-1, 1, -1, -1)))))
        .isEqualTo(ErrorCode.TOO_LARGE);
  }

  @Test
  void attributesAreSetAndClearedAndWrongTypesRefused() {
    ImageMetadata image = withProperty("p", "v");
    Map<ImageAttribute, Object> values = new HashMap<>();
    values.put(ImageAttribute.NAME, null);
    values.put(ImageAttribute.MIN_RAM, 7);
    values.put(ImageAttribute.VISIBILITY, "community");
    values.put(ImageAttribute.PROTECTED, true);
    ImageMetadata changed = service.update(ALICE, image.id(), Images.attributes(values));
    assertThat(changed.name()).isNull();
    assertThat(changed.minRam()).isEqualTo(7);
    assertThat(changed.visibility()).isEqualTo(Visibility.COMMUNITY);
    assertThat(changed.isProtected()).isTrue();
    for (Map.Entry<ImageAttribute, Object> bad :
        Map.<ImageAttribute, Object>of(
                ImageAttribute.MIN_DISK,
                9_999_999_999L,
                ImageAttribute.MIN_RAM,
                -1,
                ImageAttribute.HIDDEN,
                "yes",
                ImageAttribute.VISIBILITY,
                "secret",
                ImageAttribute.DISK_FORMAT,
                "x".repeat(21))
            .entrySet()) {
      assertThat(
              code(
                  () ->
                      service.update(
                          ALICE,
                          image.id(),
                          Images.attributes(Map.of(bad.getKey(), bad.getValue())))))
          .isEqualTo(ErrorCode.BAD_REQUEST);
    }
  }

  @Test // DB-20
  void aChangeForAnotherStatusIsRefused() {
    ImageMetadata image = withProperty("p", "v");
    UpdateImage change =
        new UpdateImage(
            Set.of(ImageStatus.ACTIVE),
            Map.of(),
            Map.of("p", "new"),
            Set.of(),
            null,
            ImageLimits.NONE);
    assertThat(code(() -> service.update(ALICE, image.id(), change))).isEqualTo(ErrorCode.CONFLICT);
    assertThat(service.get(ALICE, image.id()).properties()).containsEntry("p", "v");
  }

  @Test // ST-01, ST-05, REL-02
  void theStatusMovesByTheTableOnly() {
    ImageMetadata image = withProperty("p", "v");
    Set<ImageStatus> any = Set.of();
    TestDatabase.run("UPDATE images SET size = 5, virtual_size = 6, status = 'uploading'");
    ImageMetadata queued = service.changeStatus(ALICE, image.id(), any, ImageStatus.QUEUED);
    assertThat(queued.size()).isNull();
    assertThat(queued.virtualSize()).isNull();
    service.changeStatus(ALICE, image.id(), Set.of(ImageStatus.QUEUED), ImageStatus.ACTIVE);
    for (ImageStatus back : List.of(ImageStatus.QUEUED, ImageStatus.SAVING, ImageStatus.KILLED)) {
      assertThat(code(() -> service.changeStatus(ALICE, image.id(), any, back)))
          .isEqualTo(ErrorCode.CONFLICT);
    }
    assertThat(
            code(
                () ->
                    service.changeStatus(
                        ALICE,
                        image.id(),
                        Set.of(ImageStatus.DEACTIVATED),
                        ImageStatus.DEACTIVATED)))
        .isEqualTo(ErrorCode.CONFLICT);
  }

  @Test // MEM-10, IMG-23: what one may not see isn't there
  void nobodyChangesAnImageHeMayNotSee() {
    ImageMetadata image = withProperty("p", "v");
    assertThat(code(() -> service.update(BOB, image.id(), Images.set(Map.of("p", "x")))))
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(code(() -> service.addTag(BOB, image.id(), "t", ImageLimits.NONE)))
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(code(() -> service.removeTag(BOB, image.id(), "t"))).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(code(() -> service.changeStatus(BOB, image.id(), Set.of(), ImageStatus.DELETED)))
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void anonymousCallersChangeNothing() {
    ImageMetadata image = service.create(ALICE, Images.named("x", "project-a", Visibility.PUBLIC));
    assertThat(service.get(ANONYMOUS, image.id()).id()).isEqualTo(image.id());
    assertThat(code(() -> service.update(ANONYMOUS, image.id(), Images.set(Map.of("p", "x")))))
        .isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(code(() -> service.create(ANONYMOUS, Images.named("y", null, Visibility.SHARED))))
        .isEqualTo(ErrorCode.FORBIDDEN);
  }

  @Test // REL-14: a strange id is just not there
  void anyTextIsAnIdThatIsNotThere() {
    for (String id : List.of("", " ", "x".repeat(5000), EMOJI, "'; DROP TABLE images; --", "\0")) {
      assertThat(code(() -> service.get(ADMIN, id))).isEqualTo(ErrorCode.NOT_FOUND);
      assertThat(code(() -> service.update(ADMIN, id, Images.set(Map.of("p", "x")))))
          .isEqualTo(ErrorCode.NOT_FOUND);
    }
  }

  private ImageMetadata withProperty(String name, String value) {
    return service.create(
        ALICE,
        Images.create("image", "project-a", Visibility.PRIVATE, Map.of(name, value), List.of()));
  }

  private static UpdateImage limited(Map<String, String> set, ImageLimits limits) {
    return Images.update(Map.of(), set, Set.of(), limits);
  }
}
