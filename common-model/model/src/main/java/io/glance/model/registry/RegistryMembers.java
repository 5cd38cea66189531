package io.glance.model.registry;

import io.glance.model.image.ImageLimits;
import io.glance.model.image.ImageMember;
import io.glance.model.image.MemberStatus;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * The projects an image is shared with. An image that the caller may not see is NOT_FOUND. The
 * lists hold only rows the caller may see: all for the owner and admins, its own for a member
 * (MEM-05).
 */
@Path("/internal/v1/images/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface RegistryMembers {

  /** Members in the order they were added. */
  @GET
  List<ImageMember> list(@PathParam("id") String imageId);

  /** One member. NOT_FOUND where there is none. */
  @GET
  @Path("{member}")
  ImageMember get(@PathParam("id") String imageId, @PathParam("member") String member);

  /** Adds a member, pending. CONFLICT where it is one already, TOO_LARGE above the limit. */
  @POST
  @Path("{member}")
  ImageMember add(
      @PathParam("id") String imageId, @PathParam("member") String member, ImageLimits limits);

  /** Sets what the member says of the image. NOT_FOUND where it isn't one. */
  @PUT
  @Path("{member}/{status}")
  ImageMember setStatus(
      @PathParam("id") String imageId,
      @PathParam("member") String member,
      @PathParam("status") MemberStatus status);

  /** Drops a member. NOT_FOUND where it isn't one. */
  @DELETE
  @Path("{member}")
  void remove(@PathParam("id") String imageId, @PathParam("member") String member);
}
