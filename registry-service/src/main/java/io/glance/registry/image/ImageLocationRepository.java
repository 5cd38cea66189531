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

  /**
   * Whether a live image other than this one has its bytes at the same place (SEC-42). Also where
   * the URL names this image: another one's row may point to it. Glance's table has no index to
   * find a URL by, so this reads all rows, without locking any (ADR 0023).
   */
  boolean isUsedElsewhere(String imageId, String url) {
    return find("value = ?1 and deleted = false and imageId <> ?2", url, imageId).stream()
        .anyMatch(row -> row.value.equals(url));
  }
}
