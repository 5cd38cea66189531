package io.glance.registry.image;

import io.glance.model.error.GlanceException;
import io.glance.model.image.ImageLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes an image's tags, under the lock of its row. Tags are told apart byte by byte, whatever
 * the collation says (TAG-03).
 */
@ApplicationScoped
class ImageTags {
  private final ImageTagRepository repository;

  ImageTags(ImageTagRepository repository) {
    this.repository = repository;
  }

  /** Makes these the image's tags; those it has keep their rows. */
  void replace(String imageId, List<String> wanted, ImageLimits limits, LocalDateTime now) {
    Set<String> missing = new LinkedHashSet<>(wanted);
    requireBelow(limits, missing.size());
    Set<String> keep = Set.copyOf(missing);
    for (ImageTagEntity row : repository.live(imageId)) {
      if (!keep.contains(row.value) || !missing.remove(row.value)) {
        row.delete(now);
      }
    }
    missing.forEach(tag -> insert(imageId, tag, now));
  }

  /** Adds a tag that isn't there. */
  void add(String imageId, String tag, ImageLimits limits, LocalDateTime now) {
    Set<String> present =
        repository.live(imageId).stream().map(row -> row.value).collect(Collectors.toSet());
    if (!present.contains(tag)) {
      requireBelow(limits, present.size() + 1);
      insert(imageId, tag, now);
    }
  }

  /** Drops a tag. */
  void remove(String imageId, String tag, LocalDateTime now) {
    List<ImageTagEntity> rows =
        repository.live(imageId).stream().filter(row -> row.value.equals(tag)).toList();
    if (rows.isEmpty()) {
      throw GlanceException.notFound("The image has no tag '" + tag + "'.");
    }
    rows.forEach(row -> row.delete(now));
  }

  private void insert(String imageId, String tag, LocalDateTime now) {
    ImageTagEntity row = new ImageTagEntity();
    row.born(imageId, now);
    row.value = tag;
    repository.persist(row);
  }

  private static void requireBelow(ImageLimits limits, int count) {
    if (limits.tags() >= 0 && count > limits.tags()) {
      throw GlanceException.tooLarge(
          "The limit has been exceeded on the number of allowed image tags. Attempted: "
              + count
              + ", Maximum: "
              + limits.tags());
    }
  }
}
