package io.glance.api.v2.image;

import io.glance.api.image.ActivationService;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** {@code /v2/images/ID/actions/…}. */
@Path("/v2/images/{id}/actions")
public class ImageActionsResource {
  private final ActivationService activation;

  ImageActionsResource(ActivationService activation) {
    this.activation = activation;
  }

  @POST
  @Path("deactivate")
  public void deactivate(@PathParam("id") String id) {
    activation.deactivate(id);
  }

  @POST
  @Path("reactivate")
  public void reactivate(@PathParam("id") String id) {
    activation.reactivate(id);
  }
}
