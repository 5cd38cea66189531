package io.glance.api.v2.image;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.glance.api.image.TagService;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** {@code /v2/images/ID/tags/TAG}. */
@Path("/v2/images/{id}/tags/{tag}")
public class ImageTagsResource {
  private final TagService tags;
  private final AttributeValues values;

  ImageTagsResource(TagService tags, AttributeValues values) {
    this.tags = tags;
    this.values = values;
  }

  @PUT
  public void add(@PathParam("id") String id, @PathParam("tag") String tag) {
    values.validate("tags", JsonNodeFactory.instance.arrayNode().add(tag));
    Texts.requireStorable("tag", tag);
    tags.add(id, tag);
  }

  @DELETE
  public void remove(@PathParam("id") String id, @PathParam("tag") String tag) {
    tags.remove(id, tag);
  }
}
