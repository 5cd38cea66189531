package io.glance.registry.image;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code image_locations} (DB-05). The URL may carry credentials: never log it. */
@Entity
@Table(name = "image_locations")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class ImageLocationEntity extends ChildEntity {
  public String value;

  @Column(name = "meta_data")
  public @Nullable String metaData;

  public String status;
}
