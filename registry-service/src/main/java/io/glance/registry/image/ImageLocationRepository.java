package io.glance.registry.image;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rows of {@code image_locations}. */
@ApplicationScoped
public class ImageLocationRepository
    implements PanacheRepositoryBase<ImageLocationEntity, Integer> {
  /** An image's live locations. */
  public List<ImageLocationEntity> live(String imageId) {
    return list("imageId = ?1 and deleted = false order by id", imageId);
  }

  /** Whether a live image other than this one has its bytes at the same place (SEC-42). */
  boolean isUsedElsewhere(String imageId, String url) {
    // Our own objects are named after their image: no need to look through all rows for them.
    return !url.contains(imageId)
        && count("value = ?1 and deleted = false and imageId <> ?2", url, imageId) > 0;
  }
}
