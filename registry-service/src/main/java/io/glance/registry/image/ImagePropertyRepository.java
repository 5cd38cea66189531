package io.glance.registry.image;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rows of {@code image_properties}. */
@ApplicationScoped
class ImagePropertyRepository implements PanacheRepositoryBase<ImagePropertyEntity, Integer> {
  /** All rows of an image, deleted ones too: they hold on to their names. */
  List<ImagePropertyEntity> ofImage(String imageId) {
    return list("imageId", imageId);
  }

  /** The row that the unique key takes for the same name, whatever its spelling. */
  List<ImagePropertyEntity> named(String imageId, String name) {
    return list("imageId = ?1 and name = ?2", imageId, name);
  }
}
