package io.glance.api.http;

import com.fasterxml.jackson.core.JsonParseException;
import io.glance.kit.http.JsonBody;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Fails in every way a resource can, at a path of the table that tests alone serve. */
@Path("/v2/cache")
@IfBuildProperty(name = "glance.test.faulty", stringValue = "true")
public class FaultyResource {
  @DELETE
  @Path("{how}")
  public void fail(@PathParam("how") String how) throws IOException {
    switch (how) {
      case "conflict" -> throw GlanceException.conflict("No <room>.");
      case "detail" -> throw GlanceException.detail(ErrorCode.FORBIDDEN, "Not you.");
      case "headers" ->
          throw new WebApplicationException(
              Response.status(415).header("Accept-Patch", "application/x").build());
      case "json" -> throw new JsonParseException(null, "secret");
      case "unavailable" -> throw GlanceException.unavailable("The store is away.", null);
      case "fault" -> throw new IllegalStateException("secret of /etc/glance");
      case "error" -> throw new StackOverflowError("secret");
      default -> {}
    }
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response created() {
    return Response.status(201).header("Location", "/v2/images/x").entity("{}").build();
  }

  @POST
  @Path("clean")
  @Consumes(MediaType.WILDCARD)
  public byte[] echo(InputStream body) throws IOException {
    return JsonBody.read(body).toString().getBytes(StandardCharsets.UTF_8);
  }
}
