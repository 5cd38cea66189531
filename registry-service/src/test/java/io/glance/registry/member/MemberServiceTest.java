package io.glance.registry.member;

import static io.glance.registry.testing.Callers.ADMIN;
import static io.glance.registry.testing.Callers.ALICE;
import static io.glance.registry.testing.Callers.ANONYMOUS;
import static io.glance.registry.testing.Callers.BOB;
import static io.glance.registry.testing.Callers.CAROL;
import static io.glance.registry.testing.Failures.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMember;
import io.glance.model.image.MemberStatus;
import io.glance.model.image.Visibility;
import io.glance.model.registry.DeleteImage;
import io.glance.registry.image.ImageDeletion;
import io.glance.registry.image.ImageService;
import io.glance.registry.testing.Images;
import io.glance.registry.testing.Rows;
import io.glance.registry.testing.TestDatabase;
import io.glance.registry.testing.Together;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MemberServiceTest {
  @Inject MemberService service;
  @Inject ImageService images;
  @Inject ImageDeletion deletion;

  private String image;

  @BeforeEach
  void sharedImage() {
    TestDatabase.clean();
    image = images.create(ALICE, Images.named("x", "project-a", Visibility.SHARED)).id();
  }

  @Test // MEM-01, MEM-02
  void aNewMemberIsPendingAndAddedOnce() {
    ImageMember member = add("project-b");
    assertThat(member.status()).isEqualTo(MemberStatus.PENDING);
    assertThat(member.createdAt()).isEqualTo(member.updatedAt());
    assertThat(code(() -> add("project-b"))).isEqualTo(ErrorCode.CONFLICT);
  }

  @Test // MEM-05, MEM-06
  void ownersAndAdminsSeeAllMembersAMemberItselfAStrangerNothing() {
    add("project-c");
    add("project-b");
    assertThat(members(ALICE)).containsExactly("project-c", "project-b");
    assertThat(members(ADMIN)).containsExactly("project-c", "project-b");
    assertThat(members(BOB)).containsExactly("project-b");
    assertThat(code(() -> service.get(BOB, image, "project-c"))).isEqualTo(ErrorCode.NOT_FOUND);
    service.remove(ALICE, image, "project-c");
    assertThat(code(() -> members(CAROL))).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(code(() -> service.get(ALICE, image, "nobody"))).isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test // MEM-07
  void theStatusIsKept() {
    add("project-b");
    assertThat(service.setStatus(BOB, image, "project-b", MemberStatus.ACCEPTED).status())
        .isEqualTo(MemberStatus.ACCEPTED);
    assertThat(service.get(ALICE, image, "project-b").status()).isEqualTo(MemberStatus.ACCEPTED);
    assertThat(code(() -> service.setStatus(ALICE, image, "nobody", MemberStatus.ACCEPTED)))
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test // MEM-08, MEM-09, DB-06
  void aRemovedMemberComesBackPendingInItsOldRow() {
    add("project-b");
    service.setStatus(BOB, image, "project-b", MemberStatus.ACCEPTED);
    service.remove(ALICE, image, "project-b");
    assertThat(code(() -> service.remove(ALICE, image, "project-b")))
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(add("project-b").status()).isEqualTo(MemberStatus.PENDING);
    assertThat(Rows.count("image_members")).isOne();
    assertThat(Rows.count("image_members WHERE deleted = 0 AND deleted_at IS NULL")).isOne();
  }

  @Test // DB-06, MEM-02: equal by the collation
  void membersThatDifferInCaseOnlyConflictAndMayBeRemovedAtOnce() {
    add("acme");
    assertThat(code(() -> add("ACME"))).isEqualTo(ErrorCode.CONFLICT);
    insert("ACME");
    assertThat(members(ALICE)).containsExactly("acme", "ACME");
    service.remove(ALICE, image, "acme");
    assertThat(members(ALICE)).containsExactly("ACME");
    service.remove(ALICE, image, "ACME");
    assertThat(members(ALICE)).isEmpty();
    assertThat(add("acme").status()).isEqualTo(MemberStatus.PENDING);
  }

  @Test // DB-06: what Python's race left behind
  void aMemberInSeveralRowsIsChangedAndRemovedInAll() {
    insert("project-b");
    insert("project-b");
    insert("PROJECT-B");
    service.setStatus(ALICE, image, "project-b", MemberStatus.ACCEPTED);
    assertThat(Rows.texts("SELECT member FROM image_members WHERE status = 'accepted'"))
        .containsExactly("project-b", "project-b");
    service.remove(ALICE, image, "project-b");
    assertThat(members(ALICE)).containsExactly("PROJECT-B");
  }

  @Test // IMG-26, DB-06
  void anImageWithMembersThatCollateAlikeIsDeleted() {
    insert("acme");
    insert("acme");
    insert("ACME");
    insert("other");
    insert("Gone");
    insert("gone");
    service.remove(ALICE, image, "Gone");
    deletion.delete(ALICE, image, new DeleteImage(false, "api-1"));
    assertThat(Rows.count("image_members WHERE deleted = 0")).isZero();
    assertThat(Rows.texts("SELECT LOWER(member) FROM image_members ORDER BY 1"))
        .contains("acme", "gone", "other");
  }

  private void insert(String member) {
    TestDatabase.run(
        "INSERT INTO image_members (image_id, member, can_share, created_at, deleted, status)"
            + " VALUES ('%s', '%s', 0, '2026-01-01', 0, 'pending')".formatted(image, member));
  }

  @Test // MEM-04, QUO-01
  void theLimitHolds() {
    ImageLimits one = new ImageLimits(-1, -1, 1, -1);
    service.add(ALICE, image, "project-b", one);
    assertThat(code(() -> service.add(ALICE, image, "project-c", one)))
        .isEqualTo(ErrorCode.TOO_LARGE);
  }

  @Test
  void strangersAndAnonymousCallersAddNobody() {
    assertThat(code(() -> service.add(BOB, image, "project-b", ImageLimits.NONE)))
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(code(() -> service.add(ANONYMOUS, image, "x", ImageLimits.NONE)))
        .isEqualTo(ErrorCode.FORBIDDEN);
  }

  @Test // SEC-48
  void memberIdsThatDoNotFitAreRefused() {
    for (String id : List.of("x".repeat(256), "\uD83D\uDE00")) {
      assertThat(code(() -> add(id))).isEqualTo(ErrorCode.BAD_REQUEST);
    }
  }

  @Test // REL-12, DB-06: NULLs in the unique key guard nothing
  void addedAtOnceAMemberIsThereOnce() {
    List<Object> answers = Together.run(12, index -> add("project-b"));
    assertThat(answers.stream().filter(ImageMember.class::isInstance)).hasSize(1);
    assertThat(answers.stream().filter(ErrorCode.CONFLICT::equals)).hasSize(11);
    assertThat(Rows.count("image_members")).isOne();
  }

  private ImageMember add(String member) {
    return service.add(ALICE, image, member, ImageLimits.NONE);
  }

  private List<String> members(RequestContext caller) {
    return service.list(caller, image).stream().map(ImageMember::memberId).toList();
  }
}
