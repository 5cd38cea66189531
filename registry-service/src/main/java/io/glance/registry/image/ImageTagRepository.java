package io.glance.registry.image;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rows of {@code image_tags}. */
@ApplicationScoped
class ImageTagRepository implements PanacheRepositoryBase<ImageTagEntity, Integer> {
  /** An image's live tags. */
  List<ImageTagEntity> live(String imageId) {
    return list("imageId = ?1 and deleted = false order by id", imageId);
  }
}
