package io.glance.api.v2.image;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** The media types of PATCH; a request of another one is told them (PATCH-03). */
@Provider
public class PatchTypes implements ContainerResponseFilter {
  private static final String DRAFT_4 = "application/openstack-images-v2.0-json-patch";
  private static final String DRAFT_10 = "application/openstack-images-v2.1-json-patch";
  private static final int UNSUPPORTED = 415;

  /** The form that a content type names; null for another type. Parameters don't matter. */
  static JsonPatchParser.@Nullable Draft draft(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return switch (type.strip()) {
      case DRAFT_4 -> JsonPatchParser.Draft.FOUR;
      case DRAFT_10 -> JsonPatchParser.Draft.TEN;
      default -> null;
    };
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == UNSUPPORTED && request.getMethod().equals("PATCH")) {
      response.getHeaders().putSingle("Accept-Patch", DRAFT_4 + ", " + DRAFT_10);
    }
  }
}
