package io.glance.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. Built by the authentication of either service, carried to the registry in a signed
 * header.
 *
 * @param projectId null for anonymous and for flavors without identity
 * @param userId null likewise
 * @param roles lower case, of the user's token
 * @param serviceRoles lower case, of the service token; empty without one
 * @param isAdmin result of the rule {@code context_is_admin}: sees every project's rows
 * @param readOnly anonymous access: no rows may be changed
 * @param systemScope the token is of the system, not of a project
 * @param requestId {@code req-UUID}, the same in both services' logs
 */
public record RequestContext(
    @Nullable String projectId,
    @Nullable String userId,
    Set<String> roles,
    Set<String> serviceRoles,
    boolean isAdmin,
    boolean readOnly,
    boolean systemScope,
    String requestId) {

  /** The service itself, for work that no user asked for at this moment. */
  public static RequestContext ofService(String requestId) {
    return new RequestContext(
        null, null, Set.of("admin"), Set.of("service"), true, false, false, requestId);
  }
}
