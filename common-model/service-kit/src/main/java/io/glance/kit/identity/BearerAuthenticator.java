package io.glance.kit.identity;

import io.glance.model.RequestContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Flavor {@code oidc}: a bearer token of an OpenID provider, in {@code Authorization} or, for
 * OpenStack's clients, in {@code X-Auth-Token}.
 */
final class BearerAuthenticator implements Authenticator {
  private static final String SCHEME = "Bearer ";

  private final BearerTokens tokens;
  private final CallerContexts contexts;

  BearerAuthenticator(BearerTokens tokens, CallerContexts contexts) {
    this.tokens = tokens;
    this.contexts = contexts;
  }

  @Override
  public RequestContext authenticate(RequestHeaders headers, String requestId) {
    String token = token(headers);
    if (token == null) {
      return contexts.withoutCredentials(requestId);
    }
    return contexts.of(tokens.validate(token), List.of(), requestId);
  }

  @Override
  public Optional<String> challenge() {
    return Optional.of("Bearer realm=\"glance\"");
  }

  private static @Nullable String token(RequestHeaders headers) {
    String authorization = headers.first("Authorization");
    if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return authorization.substring(SCHEME.length()).strip();
    }
    return headers.first("X-Auth-Token");
  }
}
