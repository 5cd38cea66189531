package io.glance.registry.image;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What the rows that belong to an image have in common. They are deleted softly. Times are UTC. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
public abstract class ChildEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public @Nullable Integer id;

  @Column(name = "image_id")
  public String imageId;

  @Column(name = "created_at")
  public LocalDateTime createdAt;

  @Column(name = "updated_at")
  public @Nullable LocalDateTime updatedAt;

  @Column(name = "deleted_at")
  public @Nullable LocalDateTime deletedAt;

  public boolean deleted;

  /** Makes a new row live. */
  public void born(String ofImage, LocalDateTime now) {
    imageId = ofImage;
    createdAt = now;
    updatedAt = now;
  }

  /** Takes a deleted row back into use. */
  public void revive(LocalDateTime now) {
    deleted = false;
    deletedAt = null;
    updatedAt = now;
  }

  /** Deletes the row softly. */
  public void delete(LocalDateTime now) {
    deleted = true;
    deletedAt = now;
    updatedAt = now;
  }
}
