package io.glance.api.v2.schema;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /v2/schemas/…}: any caller may read them (SCH-01 to SCH-16). */
@Path("/v2/schemas")
public class SchemasResource {
  private final Schemas schemas;

  SchemasResource(Schemas schemas) {
    this.schemas = schemas;
  }

  @GET
  @Path("{name:.+}")
  @Produces(MediaType.APPLICATION_JSON)
  public byte[] show(@PathParam("name") String name) {
    return schemas.document(name).orElseThrow(NotFoundException::new);
  }
}
