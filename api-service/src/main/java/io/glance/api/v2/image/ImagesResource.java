package io.glance.api.v2.image;

import io.glance.api.image.ImagePatcher;
import io.glance.api.image.ImageService;
import io.glance.api.image.ImageService.Listing;
import io.glance.kit.http.JsonBody;
import io.glance.model.image.ImageMetadata;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v2/images} and {@code /v2/images/ID}. */
@Path("/v2/images")
public class ImagesResource {
  private final ImageService images;
  private final ImagePatcher patcher;
  private final ImageRequests requests;
  private final ImageView view;
  private final CreateHeaders headers;

  ImagesResource(
      ImageService images,
      ImagePatcher patcher,
      ImageRequests requests,
      ImageView view,
      CreateHeaders headers) {
    this.images = images;
    this.patcher = patcher;
    this.requests = requests;
    this.view = view;
    this.headers = headers;
  }

  @POST
  public Response create(InputStream body) throws IOException {
    ImageMetadata image = images.create(requests.newImage(JsonBody.read(body)));
    Response.ResponseBuilder response = Response.status(Response.Status.CREATED);
    headers.add(response, image);
    return response.type(MediaType.APPLICATION_JSON).entity(view.bytes(image)).build();
  }

  /** The query as sent: {@code UriInfo} fails on characters that java.net.URI refuses. */
  @GET
  public Response list(@Context HttpServerRequest request) {
    QueryParameters query = QueryParameters.of(request.query());
    Listing listing = images.list(requests.query(query));
    List<ImageMetadata> found = listing.images();
    String rest = query.withMarker(null);
    String first = rest.isEmpty() ? "/v2/images" : "/v2/images?" + rest;
    String next =
        listing.full() && !found.isEmpty()
            ? "/v2/images?" + query.withMarker(found.get(found.size() - 1).id())
            : null;
    return json(view.bytes(found, first, next));
  }

  @GET
  @Path("{id}")
  public Response show(@PathParam("id") String id) {
    return json(view.bytes(images.show(id)));
  }

  @PATCH
  @Path("{id}")
  public Response patch(
      @PathParam("id") String id,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
      InputStream body)
      throws IOException {
    JsonPatchParser.Draft draft = PatchTypes.draft(type);
    if (draft == null) {
      throw new NotSupportedException();
    }
    return json(view.bytes(patcher.patch(id, requests.changes(JsonBody.read(body), draft))));
  }

  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") String id) {
    images.delete(id);
  }

  private static Response json(byte[] body) {
    return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
