package io.glance.registry.image;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code image_properties} (DB-04): its unique key doesn't know of deleted rows, so a
 * deleted one is revived.
 */
@Entity
@Table(name = "image_properties")
@DynamicUpdate
@SuppressWarnings("NullAway.Init")
public class ImagePropertyEntity extends ChildEntity {
  public String name;
  public @Nullable String value;
}
