package io.glance.registry.member;

import io.glance.model.image.ImageMember;
import io.glance.model.image.MemberStatus;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Rows of members to records. */
final class MemberMapper {
  private MemberMapper() {}

  static ImageMember toRecord(MemberEntity row) {
    LocalDateTime updated = row.updatedAt;
    return new ImageMember(
        row.imageId,
        row.member,
        row.canShare,
        MemberStatus.of(row.status).orElse(MemberStatus.PENDING),
        row.createdAt.toInstant(ZoneOffset.UTC),
        (updated == null ? row.createdAt : updated).toInstant(ZoneOffset.UTC));
  }
}
