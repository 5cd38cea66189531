package io.glance.api.http;

import io.glance.kit.identity.Authenticator;
import io.glance.kit.identity.RequestHeaders;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** Knows three tokens: {@code admin}, {@code member} and {@code outage}. */
@Alternative
@Singleton
public class FakeAuthenticator implements Authenticator {
  @Override
  public RequestContext authenticate(RequestHeaders headers, String requestId) {
    String token = headers.first("X-Auth-Token");
    if ("outage".equals(token)) {
      throw GlanceException.unavailable("Keystone can't be asked.", null);
    }
    if (!"admin".equals(token) && !"member".equals(token)) {
      throw new GlanceException(ErrorCode.UNAUTHORIZED, "no token");
    }
    boolean admin = token.equals("admin");
    return new RequestContext(
        "project", "user", Set.of(token), Set.of(), admin, false, false, requestId);
  }

  @Override
  public Optional<String> challenge() {
    return Optional.of("Keystone uri=\"http://keystone\"");
  }
}
