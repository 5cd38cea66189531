package io.glance.registry.image;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;

/** A row of {@code image_tags} (DB-07). */
@Entity
@Table(name = "image_tags")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class ImageTagEntity extends ChildEntity {
  public String value;
}
