package io.glance.registry.member;

import io.glance.registry.database.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of {@code image_members}. */
@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<MemberEntity, Integer> {
  /** An image's live members in the order they were added. */
  List<MemberEntity> live(String imageId) {
    return list("imageId = ?1 and deleted = false order by id", imageId);
  }

  /** The row of a project, a live one before deleted ones. Ids are told apart byte by byte. */
  Optional<MemberEntity> any(String imageId, String member) {
    return rows(imageId, member).findFirst();
  }

  /** The live rows of a project: an adopted database may hold more than one (DB-06). */
  List<MemberEntity> live(String imageId, String member) {
    return rows(imageId, member).filter(row -> !row.deleted).toList();
  }

  /** Whether there is a live row that the collation takes for this project's. */
  boolean hasLiveAlike(String imageId, String member) {
    return count(
            "imageId = ?1 and member = ?2 and deleted = false",
            Sql.comparable(imageId),
            Sql.comparable(member))
        > 0;
  }

  /**
   * Deletes a project's live rows: one softly, the surplus for good. What was deleted at the same
   * time under a name that collates alike makes room, as the unique key demands.
   */
  void delete(List<MemberEntity> rows, LocalDateTime now) {
    MemberEntity kept = rows.get(0);
    delete(
        "imageId = ?1 and member = ?2 and deleted = true and deletedAt = ?3",
        kept.imageId,
        kept.member,
        now);
    kept.delete(now);
    rows.stream().skip(1).forEach(this::delete);
  }

  private Stream<MemberEntity> rows(String imageId, String member) {
    List<MemberEntity> alike =
        list(
            "imageId = ?1 and member = ?2 order by deleted, id",
            Sql.comparable(imageId),
            Sql.comparable(member));
    return alike.stream().filter(row -> row.member.equals(member));
  }
}
