package io.glance.api.testing;

import io.glance.kit.identity.Authenticator;
import io.glance.kit.identity.RequestHeaders;
import io.glance.model.RequestContext;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Callers by the header {@code X-Persona}: {@code project:role,role}, or {@code none} for the
 * flavor without identity, or {@code anonymous}.
 */
@Alternative
@Singleton
public class TestCallers implements Authenticator {
  public static final String HEADER = "X-Persona";

  public static final String MEMBER = "p1:member,reader";
  public static final String READER = "p1:reader";
  public static final String OTHER = "p2:member,reader";
  public static final String OTHER_READER = "p2:reader";
  public static final String STRANGER = "p3:member,reader";
  public static final String ADMIN = "pa:admin,member,reader";
  public static final String NONE = "none";
  public static final String ANONYMOUS = "anonymous";

  @Override
  public RequestContext authenticate(RequestHeaders headers, String requestId) {
    String persona = headers.first(HEADER);
    return of(persona == null ? NONE : persona, requestId);
  }

  @Override
  public Optional<String> challenge() {
    return Optional.empty();
  }

  /** The context of a persona. */
  public static RequestContext of(String persona, String requestId) {
    if (persona.equals(NONE)) {
      return new RequestContext(
          null, null, Set.of("admin"), Set.of(), true, false, false, requestId);
    }
    if (persona.equals(ANONYMOUS)) {
      return new RequestContext(null, null, Set.of(), Set.of(), false, true, false, requestId);
    }
    int colon = persona.indexOf(':');
    String project = persona.substring(0, colon);
    Set<String> roles = Set.of(persona.substring(colon + 1).split(","));
    return new RequestContext(
        project,
        "user-of-" + project,
        roles,
        Set.of(),
        roles.contains("admin"),
        false,
        false,
        requestId);
  }
}
