package io.glance.registry.member;

import io.glance.registry.database.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The rows of {@code image_members}. */
@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<MemberEntity, Integer> {
  /** An image's live members in the order they were added. */
  List<MemberEntity> live(String imageId) {
    return list("imageId = ?1 and deleted = false order by id", imageId);
  }

  /** The row of a project, a live one before deleted ones. Ids are told apart byte by byte. */
  Optional<MemberEntity> any(String imageId, String member) {
    List<MemberEntity> rows =
        list(
            "imageId = ?1 and member = ?2 order by deleted, id",
            Sql.comparable(imageId),
            Sql.comparable(member));
    return rows.stream().filter(row -> row.member.equals(member)).findFirst();
  }

  /** The live row of a project. */
  Optional<MemberEntity> live(String imageId, String member) {
    return any(imageId, member).filter(row -> !row.deleted);
  }
}
