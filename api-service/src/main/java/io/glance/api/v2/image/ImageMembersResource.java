package io.glance.api.v2.image;

import io.glance.api.image.MemberService;
import io.glance.kit.http.JsonBody;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** {@code /v2/images/ID/members} and below. */
@Path("/v2/images/{id}/members")
public class ImageMembersResource {
  private final MemberService members;

  ImageMembersResource(MemberService members) {
    this.members = members;
  }

  @POST
  public Response add(@PathParam("id") String id, InputStream body) throws IOException {
    String member = MemberBodyParser.member(JsonBody.read(body));
    return json(MemberView.bytes(members.add(id, member)));
  }

  @GET
  public Response list(@PathParam("id") String id) {
    return json(MemberView.bytes(members.list(id)));
  }

  @GET
  @Path("{member}")
  public Response show(@PathParam("id") String id, @PathParam("member") String member) {
    return json(MemberView.bytes(members.show(id, member)));
  }

  @PUT
  @Path("{member}")
  public Response setStatus(
      @PathParam("id") String id, @PathParam("member") String member, InputStream body)
      throws IOException {
    String status = MemberBodyParser.status(JsonBody.read(body));
    return json(MemberView.bytes(members.setStatus(id, member, status)));
  }

  @DELETE
  @Path("{member}")
  public void remove(@PathParam("id") String id, @PathParam("member") String member) {
    members.remove(id, member);
  }

  private static Response json(byte[] body) {
    return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
