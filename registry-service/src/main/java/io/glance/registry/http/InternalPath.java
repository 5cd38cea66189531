package io.glance.registry.http;

import jakarta.ws.rs.container.ContainerRequestContext;

/** Which requests are for the internal contract. */
public final class InternalPath {
  private static final String INTERNAL = "/internal/";

  private InternalPath() {}

  /**
   * Whether the resource that a request is dispatched to belongs to the contract. Asks for the path
   * alone: {@code getRequestUri} fails on queries that java.net.URI refuses.
   */
  public static boolean isInternal(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    return (path.startsWith("/") ? path : "/" + path).startsWith(INTERNAL);
  }
}
