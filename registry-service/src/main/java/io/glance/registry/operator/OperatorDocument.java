package io.glance.registry.operator;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Adds the parameters of the lists to the OpenAPI document, and leaves the internal contract out.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class OperatorDocument implements OASFilter {
  private static final Set<String> LISTS = Set.of("/", "/images", "/images/detail");
  private static final Map<String, String> PARAMETERS = new LinkedHashMap<>();

  static {
    PARAMETERS.put("name", "Images of that name; in:a,b for several. Also for the next three");
    PARAMETERS.put("status", "Images of that status");
    PARAMETERS.put("container_format", "Images of that container format");
    PARAMETERS.put("disk_format", "Images of that disk format");
    PARAMETERS.put("min_ram", "Images that ask for that many MiB");
    PARAMETERS.put("min_disk", "Images that ask for that many GiB");
    PARAMETERS.put("size_min", "Images of at least that many bytes");
    PARAMETERS.put("size_max", "Images of at most that many bytes");
    PARAMETERS.put("changes-since", "Images changed after that ISO 8601 time, deleted ones too");
    PARAMETERS.put("protected", "True or False");
    PARAMETERS.put("property-KEY", "Images whose extra property KEY has that value");
    PARAMETERS.put("is_public", "Administrators: True (public and own), False, or None for all");
    PARAMETERS.put("deleted", "Administrators: True or False");
    PARAMETERS.put("limit", "Images on the page");
    PARAMETERS.put("marker", "Id of the last image of the page before");
    PARAMETERS.put(
        "sort_key",
        "name, status, container_format, disk_format, size, id, created_at (default), updated_at");
    PARAMETERS.put("sort_dir", "asc or desc (default)");
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
      return;
    }
    for (String path : List.copyOf(document.getPaths().getPathItems().keySet())) {
      if (path.startsWith("/internal/")) {
        document.getPaths().removePathItem(path);
      } else if (LISTS.contains(path)) {
        describe(document.getPaths().getPathItem(path).getGET());
      }
    }
  }

  private static void describe(Operation list) {
    PARAMETERS.forEach(
        (name, text) ->
            list.addParameter(
                createParameter()
                    .name(name)
                    .in(Parameter.In.QUERY)
                    .description(text)
                    .schema(createSchema().addType(SchemaType.STRING))));
  }
}
