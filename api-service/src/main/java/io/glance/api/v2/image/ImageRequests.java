package io.glance.api.v2.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.api.image.ImageChange;
import io.glance.api.image.NewImage;
import io.glance.model.image.ImageQuery;
import jakarta.inject.Singleton;
import java.util.List;

/** The parsers of image requests. */
@Singleton
class ImageRequests {
  private final NewImageParser newImages;
  private final JsonPatchParser patches;
  private final ImageQueryParser queries;

  ImageRequests(NewImageParser newImages, JsonPatchParser patches, ImageQueryParser queries) {
    this.newImages = newImages;
    this.patches = patches;
    this.queries = queries;
  }

  NewImage newImage(JsonNode body) {
    return newImages.parse(body);
  }

  List<ImageChange> changes(JsonNode body, JsonPatchParser.Draft draft) {
    return patches.parse(body, draft);
  }

  ImageQuery query(QueryParameters query) {
    return queries.parse(query);
  }
}
