package io.glance.kit.identity;

import io.glance.model.RequestContext;
import java.util.Optional;
import java.util.Set;

/** Flavors without identity: every request is the administrator's and owns nothing (AUTH-01). */
final class NoAuthentication implements Authenticator {
  @Override
  public RequestContext authenticate(RequestHeaders headers, String requestId) {
    return new RequestContext(null, null, Set.of("admin"), Set.of(), true, false, false, requestId);
  }

  @Override
  public boolean mayWait() {
    return false;
  }

  @Override
  public Optional<String> challenge() {
    return Optional.empty();
  }
}
