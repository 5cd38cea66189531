package io.glance.kit.identity;

import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flavor {@code keystone}: the user's token and, beside it, a service's (AUTH-02, AUTH-07).
 *
 * <p>A bad service token is no reason to refuse: the request goes on without the service's roles. A
 * good one with a role of {@code service_token_roles} lets an expired user token pass, so that long
 * work of Nova and Cinder can end.
 *
 * <p>Source: keystonemiddleware/auth_token/__init__.py {@code process_request}.
 */
final class KeystoneAuthenticator implements Authenticator {
  private final KeystoneTokens tokens;
  private final CallerContexts contexts;
  private final KeystoneSettings settings;

  KeystoneAuthenticator(KeystoneTokens tokens, CallerContexts contexts, KeystoneSettings settings) {
    this.tokens = tokens;
    this.contexts = contexts;
    this.settings = settings;
  }

  @Override
  public RequestContext authenticate(RequestHeaders headers, String requestId) {
    String token = headers.first("X-Auth-Token");
    if (token == null) {
      token = headers.first("X-Storage-Token");
    }
    if (token == null) {
      return contexts.withoutCredentials(requestId);
    }
    Set<String> serviceRoles = serviceRoles(headers.first("X-Service-Token"));
    boolean ofService = serviceRoles.stream().anyMatch(settings.serviceTokenRoles()::contains);
    Identity identity = ofService ? tokens.validateExpired(token) : tokens.validate(token);
    boolean counts = ofService || !settings.serviceTokenRolesRequired();
    return contexts.of(identity, counts ? serviceRoles : Set.of(), requestId);
  }

  @Override
  public Optional<String> challenge() {
    return Optional.of("Keystone uri=\"" + settings.authenticateUri() + "\"");
  }

  private Set<String> serviceRoles(@Nullable String serviceToken) {
    if (serviceToken == null) {
      return Set.of();
    }
    try {
      return tokens.validate(serviceToken).roles();
    } catch (GlanceException e) {
      if (e.code() == ErrorCode.UNAUTHORIZED) {
        return Set.of();
      }
      throw e;
    }
  }
}
