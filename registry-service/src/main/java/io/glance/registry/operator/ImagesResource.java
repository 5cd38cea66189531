package io.glance.registry.operator;

import io.glance.registry.http.RegistryCaller;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Images for operators (REG-01, REG-02, REG-05). */
@OperatorApi
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "images")
class ImagesResource {
  private final OperatorImages images;
  private final RegistryCaller caller;

  ImagesResource(OperatorImages images, RegistryCaller caller) {
    this.images = images;
    this.caller = caller;
  }

  /** The document of a short list. */
  record BriefList(List<BriefImage> images) {}

  /** The document of a full list. */
  record FullList(List<FullImage> images) {}

  /** The document of one image. */
  record OneImage(FullImage image) {}

  @GET
  @Operation(summary = "Images in short, the same as /images")
  public BriefList root(@Context UriInfo uri) {
    return list(uri);
  }

  @GET
  @Path("images")
  @Operation(summary = "Images in short")
  public BriefList list(@Context UriInfo uri) {
    return new BriefList(
        images.brief(caller.context(), uri.getQueryParameters()).stream()
            .map(BriefImage::of)
            .toList());
  }

  @GET
  @Path("images/detail")
  @Operation(summary = "Images with all that is known of them")
  public FullList detail(@Context UriInfo uri) {
    return new FullList(images.detail(caller.context(), uri.getQueryParameters()));
  }

  @GET
  @Path("images/{id}")
  @Operation(summary = "One image; administrators see deleted ones")
  @APIResponse(responseCode = "200", description = "The image")
  @APIResponse(responseCode = "404", description = "No such image for the caller")
  public OneImage show(@PathParam("id") String id) {
    return new OneImage(images.get(caller.context(), id));
  }

  @POST
  @Path("images")
  @Operation(hidden = true)
  public void create() {
    throw ReadOnly.refusal();
  }

  @PUT
  @Path("images/{id}")
  @Operation(hidden = true)
  public void update(@PathParam("id") String id) {
    throw ReadOnly.refusal();
  }

  @DELETE
  @Path("images/{id}")
  @Operation(hidden = true)
  public void delete(@PathParam("id") String id) {
    throw ReadOnly.refusal();
  }
}
