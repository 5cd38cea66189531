package io.glance.registry.image;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.hibernate.annotations.DynamicInsert;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code images} (DB-03). Times are UTC. Only changed columns are written, so that a
 * Python worker's write to another column isn't undone.
 */
@Entity
@Table(name = "images")
@DynamicInsert
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class ImageEntity {
  @Id public String id;
  public @Nullable String name;
  public @Nullable Long size;
  public String status;

  @Column(name = "created_at")
  public LocalDateTime createdAt;

  @Column(name = "updated_at")
  public @Nullable LocalDateTime updatedAt;

  @Column(name = "deleted_at")
  public @Nullable LocalDateTime deletedAt;

  public boolean deleted;

  @Column(name = "disk_format")
  public @Nullable String diskFormat;

  @Column(name = "container_format")
  public @Nullable String containerFormat;

  public @Nullable String checksum;
  public @Nullable String owner;

  @Column(name = "min_disk")
  public int minDisk;

  @Column(name = "min_ram")
  public int minRam;

  @Column(name = "protected")
  public boolean isProtected;

  @Column(name = "virtual_size")
  public @Nullable Long virtualSize;

  public String visibility;

  @Column(name = "os_hidden")
  public boolean osHidden;

  @Column(name = "os_hash_algo")
  public @Nullable String osHashAlgo;

  @Column(name = "os_hash_value")
  public @Nullable String osHashValue;
}
