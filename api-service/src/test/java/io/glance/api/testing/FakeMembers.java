package io.glance.api.testing;

import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMember;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.MemberStatus;
import io.glance.model.registry.RegistryMembers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of {@link FakeRegistry}. */
final class FakeMembers {
  private final FakeRegistry rows;

  FakeMembers(FakeRegistry rows) {
    this.rows = rows;
  }

  /** An inner class: REST would serve a top-level one as a resource. */
  RegistryMembers contract() {
    return new Contract();
  }

  private final class Contract implements RegistryMembers {
    @Override
    public List<ImageMember> list(String imageId) {
      synchronized (rows) {
        ImageMetadata image = rows.visible(imageId);
        return of(imageId).values().stream().filter(row -> sees(image, row)).toList();
      }
    }

    @Override
    public ImageMember get(String imageId, String member) {
      synchronized (rows) {
        ImageMetadata image = rows.visible(imageId);
        ImageMember row = of(imageId).get(member);
        if (row == null || !sees(image, row)) {
          throw GlanceException.notFound("no such member");
        }
        return row;
      }
    }

    @Override
    public ImageMember add(String imageId, String member, ImageLimits limits) {
      synchronized (rows) {
        rows.visible(imageId);
        if (of(imageId).containsKey(member)) {
          throw GlanceException.conflict("already a member");
        }
        if (limits.members() >= 0) {
          FakeImages.requireAtMost(
              "members for this image", of(imageId).size() + 1, limits.members());
        }
        Instant now = rows.tick();
        ImageMember row = new ImageMember(imageId, member, false, MemberStatus.PENDING, now, now);
        of(imageId).put(member, row);
        return row;
      }
    }

    @Override
    public ImageMember setStatus(String imageId, String member, MemberStatus status) {
      synchronized (rows) {
        ImageMember old = get(imageId, member);
        ImageMember row =
            new ImageMember(imageId, member, false, status, old.createdAt(), rows.tick());
        of(imageId).put(member, row);
        return row;
      }
    }

    @Override
    public void remove(String imageId, String member) {
      synchronized (rows) {
        get(imageId, member);
        of(imageId).remove(member);
      }
    }

    private Map<String, ImageMember> of(String imageId) {
      return rows.members.computeIfAbsent(imageId, key -> new LinkedHashMap<>());
    }

    private boolean sees(ImageMetadata image, ImageMember row) {
      return rows.caller().isAdmin()
          || rows.owns(image)
          || row.memberId().equals(rows.caller().projectId());
    }
  }
}
