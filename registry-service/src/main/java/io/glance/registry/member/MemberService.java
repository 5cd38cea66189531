package io.glance.registry.member;

import io.glance.model.RequestContext;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMember;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.MemberStatus;
import io.glance.registry.database.Database;
import io.glance.registry.database.DatabaseTime;
import io.glance.registry.image.ImageEntity;
import io.glance.registry.image.ImageReader;
import io.glance.registry.image.ImageRepository;
import io.glance.registry.image.VisibilityScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Members: changes hold the lock of the image's row, as the table guards no duplicates (DB-06). */
@ApplicationScoped
public class MemberService {
  private final Database database;
  private final ImageReader reader;
  private final ImageRepository images;
  private final MemberRepository members;
  private final Clock clock;

  MemberService(
      Database database,
      ImageReader reader,
      ImageRepository images,
      MemberRepository members,
      Clock clock) {
    this.database = database;
    this.reader = reader;
    this.images = images;
    this.members = members;
    this.clock = clock;
  }

  List<ImageMember> list(RequestContext caller, String imageId) {
    return database.write(
        () -> {
          ImageMetadata image =
              reader.find(caller, imageId).orElseThrow(() -> ImageRepository.noImage(imageId));
          return members.live(imageId).stream()
              .filter(row -> mayKnow(caller, image.owner(), row.member))
              .map(MemberMapper::toRecord)
              .toList();
        });
  }

  ImageMember get(RequestContext caller, String imageId, String member) {
    return list(caller, imageId).stream()
        .filter(each -> each.memberId().equals(member))
        .findFirst()
        .orElseThrow(() -> noMember(imageId, member));
  }

  ImageMember add(RequestContext caller, String imageId, String member, ImageLimits limits) {
    return locked(
        caller,
        () -> images.lockMutable(caller, imageId),
        owner -> {
          List<MemberEntity> live = members.live(imageId);
          if (members.hasLiveAlike(imageId, member)) {
            throw GlanceException.conflict(
                "Member " + member + " is duplicated for image " + imageId);
          }
          if (limits.members() >= 0 && live.size() + 1 > limits.members()) {
            throw GlanceException.tooLarge(
                "The limit has been exceeded on the number of allowed image members for this"
                    + " image. Attempted: "
                    + (live.size() + 1)
                    + ", Maximum: "
                    + limits.members());
          }
          return put(imageId, member);
        });
  }

  ImageMember setStatus(RequestContext caller, String imageId, String member, MemberStatus status) {
    return locked(
        caller,
        () -> images.lock(caller, imageId),
        owner -> {
          List<MemberEntity> rows = known(caller, owner, imageId, member);
          LocalDateTime now = DatabaseTime.now(clock);
          for (MemberEntity row : rows) {
            row.status = status.wireName();
            row.updatedAt = now;
          }
          return rows.get(0);
        });
  }

  void remove(RequestContext caller, String imageId, String member) {
    locked(
        caller,
        () -> images.lockMutable(caller, imageId),
        owner -> {
          List<MemberEntity> rows = known(caller, owner, imageId, member);
          members.delete(rows, DatabaseTime.now(clock));
          return rows.get(0);
        });
  }

  /** A new row, or the deleted one of the same project (MEM-09). */
  private MemberEntity put(String imageId, String member) {
    LocalDateTime now = DatabaseTime.now(clock);
    MemberEntity row = members.any(imageId, member).orElse(null);
    if (row == null) {
      row = new MemberEntity();
      row.born(imageId, now);
      row.member = member;
      row.status = MemberStatus.PENDING.wireName();
      members.persist(row);
    } else {
      row.revive(now);
      row.status = MemberStatus.PENDING.wireName();
    }
    return row;
  }

  private ImageMember locked(
      RequestContext caller,
      Supplier<ImageEntity> image,
      Function<@Nullable String, MemberEntity> change) {
    VisibilityScope.requireWriter(caller);
    return database.write(
        () -> {
          MemberEntity row = change.apply(image.get().owner);
          members.flush();
          return MemberMapper.toRecord(row);
        });
  }

  /** All live rows of a member, at least one. */
  private List<MemberEntity> known(
      RequestContext caller, @Nullable String owner, String imageId, String member) {
    List<MemberEntity> rows = members.live(imageId, member);
    if (rows.isEmpty() || !mayKnow(caller, owner, member)) {
      throw noMember(imageId, member);
    }
    return rows;
  }

  /** Owners and admins know all members of an image, a member knows of itself (MEM-05). */
  private static boolean mayKnow(RequestContext caller, @Nullable String owner, String member) {
    String project = caller.projectId();
    return caller.isAdmin()
        || (project != null && (Objects.equals(project, owner) || project.equals(member)));
  }

  private static GlanceException noMember(String imageId, String member) {
    return GlanceException.notFound(
        member + " not found in the member list of the image " + imageId + ".");
  }
}
