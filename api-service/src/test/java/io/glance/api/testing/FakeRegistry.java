package io.glance.api.testing;

import io.glance.api.auth.CallerContext;
import io.glance.model.RequestContext;
import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageMember;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.MemberStatus;
import io.glance.model.image.UpdateImage;
import io.glance.model.image.Visibility;
import io.glance.model.registry.DeleteImage;
import io.glance.model.registry.RegistryImages;
import io.glance.model.registry.RegistryMembers;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A registry in memory with the contract's semantics: it shows each caller only the rows it may
 * see.
 */
@Alternative
@Singleton
public class FakeRegistry {
  /** The first instant of its clock, which steps a second a change. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final Map<String, ImageMetadata> images = new LinkedHashMap<>();
  final Map<String, Map<String, ImageMember>> members = new LinkedHashMap<>();
  private final CallerContext callers;
  private long seconds;

  /** What was sent, for tests of commands. */
  public final List<UpdateImage> updates = new ArrayList<>();

  public final List<DeleteImage> deletes = new ArrayList<>();

  /** What another caller does between a reading and the next change of status; null for nothing. */
  public @Nullable ImageStatus overtaken;

  FakeRegistry(CallerContext callers) {
    this.callers = callers;
  }

  /** Forgets everything. */
  public synchronized void reset() {
    images.clear();
    members.clear();
    updates.clear();
    deletes.clear();
    overtaken = null;
    seconds = 0;
  }

  /** Puts an image in as it is. */
  public synchronized void put(ImageMetadata image) {
    images.put(image.id(), image);
  }

  /** The row, whoever may see it. */
  public synchronized ImageMetadata row(String id) {
    return Objects.requireNonNull(images.get(id));
  }

  /** How many images there are. */
  public synchronized int count() {
    return images.size();
  }

  /** Adds a member row. */
  public synchronized void share(String id, String member, MemberStatus status) {
    members
        .computeIfAbsent(id, key -> new LinkedHashMap<>())
        .put(member, new ImageMember(id, member, false, status, START, START));
  }

  @Produces
  @Singleton
  @Alternative
  RegistryImages images() {
    return new FakeImages(this).contract();
  }

  @Produces
  @Singleton
  @Alternative
  RegistryMembers members() {
    return new FakeMembers(this).contract();
  }

  Instant tick() {
    return START.plusSeconds(seconds++);
  }

  RequestContext caller() {
    return callers.get();
  }

  ImageMetadata visible(String id) {
    ImageMetadata image = images.get(id);
    if (image == null || !sees(image)) {
      throw GlanceException.notFound("No image found with ID " + id);
    }
    return image;
  }

  boolean sees(ImageMetadata image) {
    return caller().isAdmin()
        || owns(image)
        || image.visibility() == Visibility.PUBLIC
        || image.visibility() == Visibility.COMMUNITY
        || (image.visibility() == Visibility.SHARED && memberOf(image) != null);
  }

  boolean owns(ImageMetadata image) {
    return caller().projectId() != null && caller().projectId().equals(image.owner());
  }

  MemberStatus memberOf(ImageMetadata image) {
    ImageMember member =
        members.getOrDefault(image.id(), Map.of()).get(String.valueOf(caller().projectId()));
    return member == null ? null : member.status();
  }
}
