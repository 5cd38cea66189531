package io.glance.registry.operator;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.glance.registry.http.RegistryCaller;
import io.glance.registry.operator.OperatorMembers.Membership;
import io.glance.registry.operator.OperatorMembers.SharedImage;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Members and shared images for operators (REG-09, REG-13, REG-14). */
@OperatorApi
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
class MembersResource {
  private static final String ALLOWED = "PUT, DELETE";

  private final OperatorMembers members;
  private final RegistryCaller caller;

  MembersResource(OperatorMembers members, RegistryCaller caller) {
    this.members = members;
    this.caller = caller;
  }

  /** The document of an image's members. */
  record Members(List<Membership> members) {}

  /** The document of a project's shared images. */
  record SharedImages(@JsonProperty("shared_images") List<SharedImage> sharedImages) {}

  @GET
  @Path("images/{id}/members")
  @Operation(summary = "The projects an image is shared with")
  @APIResponse(responseCode = "200", description = "All for owner and administrator, else itself")
  @APIResponse(responseCode = "404", description = "No such image for the caller")
  public Members list(@PathParam("id") String id) {
    return new Members(members.ofImage(caller.context(), id));
  }

  @GET
  @Path("shared-images/{project}")
  @Operation(summary = "The images shared with a project")
  public SharedImages shared(@PathParam("project") String project) {
    return new SharedImages(members.ofProject(caller.context(), project));
  }

  @PUT
  @Path("images/{id}/members")
  @Operation(hidden = true)
  public void replace(@PathParam("id") String id) {
    throw ReadOnly.refusal();
  }

  @POST
  @Path("images/{id}/members")
  @Operation(hidden = true)
  public Response post(@PathParam("id") String id) {
    return ReadOnly.notAllowed(ALLOWED);
  }

  @GET
  @Path("images/{id}/members/{member}")
  @Operation(hidden = true)
  public Response show(@PathParam("id") String id, @PathParam("member") String member) {
    return ReadOnly.notAllowed(ALLOWED);
  }

  @POST
  @Path("images/{id}/members/{member}")
  @Operation(hidden = true)
  public Response postOne(@PathParam("id") String id, @PathParam("member") String member) {
    return ReadOnly.notAllowed(ALLOWED);
  }

  @PUT
  @Path("images/{id}/members/{member}")
  @Operation(hidden = true)
  public void add(@PathParam("id") String id, @PathParam("member") String member) {
    throw ReadOnly.refusal();
  }

  @DELETE
  @Path("images/{id}/members/{member}")
  @Operation(hidden = true)
  public void remove(@PathParam("id") String id, @PathParam("member") String member) {
    throw ReadOnly.refusal();
  }
}
