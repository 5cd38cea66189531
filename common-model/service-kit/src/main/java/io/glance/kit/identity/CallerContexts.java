package io.glance.kit.identity;

import io.glance.kit.policy.Policy;
import io.glance.model.RequestContext;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes contexts of who was found to call: roles in lower case, administrators by policy. */
final class CallerContexts {
  private final Policy policy;
  private final boolean anonymousAllowed;

  CallerContexts(Policy policy, boolean anonymousAllowed) {
    this.policy = policy;
    this.anonymousAllowed = anonymousAllowed;
  }

  /** The context of a valid token. One of a domain can't own or see images: 401 (SEC-57). */
  RequestContext of(Identity identity, Collection<String> serviceRoles, String requestId) {
    if (identity.domainId() != null) {
      throw CallerRefusal.unauthorized();
    }
    return of(
        identity.projectId(),
        identity.userId(),
        identity.roles(),
        serviceRoles,
        identity.systemScope(),
        requestId);
  }

  RequestContext of(
      @Nullable String projectId,
      @Nullable String userId,
      Collection<String> roles,
      Collection<String> serviceRoles,
      boolean systemScope,
      String requestId) {
    RequestContext caller =
        new RequestContext(
            projectId,
            userId,
            clean(roles),
            clean(serviceRoles),
            false,
            false,
            systemScope,
            requestId);
    boolean admin = policy.allows("context_is_admin", Map.of(), caller); // AUTH-05
    return new RequestContext(
        projectId,
        userId,
        caller.roles(),
        caller.serviceRoles(),
        admin,
        false,
        systemScope,
        requestId);
  }

  /** The context of a request without credentials: a read-only one, or 401 (AUTH-03). */
  RequestContext withoutCredentials(String requestId) {
    if (!anonymousAllowed) {
      throw CallerRefusal.unauthorized();
    }
    return new RequestContext(null, null, Set.of(), Set.of(), false, true, false, requestId);
  }

  private static Set<String> clean(Collection<String> roles) {
    return roles.stream()
        .map(role -> role.strip().toLowerCase(Locale.ROOT))
        .filter(role -> !role.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
