package io.glance.model.registry;

import io.glance.model.Page;
import io.glance.model.image.CreateImage;
import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageQuery;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.UpdateImage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * Images in the registry. Every method acts on the rows that the caller of the signed context may
 * see; another image is NOT_FOUND. Policy was checked by the caller; a change of another project's
 * image is FORBIDDEN all the same, but for admins. Errors are {@link
 * io.glance.model.error.GlanceException}s on both sides.
 */
@Path("/internal/v1/images")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface RegistryImages {

  /** Adds an image of status queued. CONFLICT where the id exists, deleted ones included. */
  @POST
  ImageMetadata create(CreateImage image);

  /**
   * One image with properties, tags and live locations. A deleted one is NOT_FOUND for everyone.
   */
  @GET
  @Path("{id}")
  ImageMetadata get(@PathParam("id") String id);

  /** Images in order. BAD_REQUEST for an unknown or invisible marker. */
  @POST
  @Path("search")
  Page<ImageMetadata> list(ImageQuery query);

  /**
   * Changes what the command names and renews updated_at. CONFLICT for another status, TOO_LARGE
   * above a limit.
   */
  @PATCH
  @Path("{id}")
  ImageMetadata update(@PathParam("id") String id, UpdateImage change);

  /** Adds a tag; one that is there already is left. TOO_LARGE above the limit of tags. */
  @PUT
  @Path("{id}/tags/{tag}")
  void addTag(@PathParam("id") String id, @PathParam("tag") String tag, ImageLimits limits);

  /** Drops a tag. NOT_FOUND where it is not there. */
  @DELETE
  @Path("{id}/tags/{tag}")
  void removeTag(@PathParam("id") String id, @PathParam("tag") String tag);

  /**
   * Moves the status from one of the expected ones to the target in one guarded UPDATE.
   *
   * <p>CONFLICT where the status is another one. Going to queued clears size and virtual size
   * (ST-01).
   */
  @POST
  @Path("{id}/status")
  ImageMetadata changeStatus(@PathParam("id") String id, StatusChange change);

  /**
   * Deletes the image: in one transaction the row and its children go (DB-18) and each location
   * with bytes of ours gets an intent to delete them. Bytes go after the row, never before.
   *
   * <p>FORBIDDEN for a protected image, CONFLICT for a status that may not be deleted.
   */
  @POST
  @Path("{id}/delete")
  DeletedImage delete(@PathParam("id") String id, DeleteImage command);

  /**
   * A guarded change of status.
   *
   * @param expected statuses it may have now
   */
  record StatusChange(java.util.Set<ImageStatus> expected, ImageStatus target) {}
}
