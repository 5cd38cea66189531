package io.glance.kit.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Flavor {@code trusted-auth}: believes the identity headers of a proxy that authenticates and
 * drops the headers that clients send themselves (AUTH-04). No other flavor reads them.
 *
 * <p>Source: oslo_context/context.py {@code from_environ}, glance/api/middleware/context.py.
 */
final class TrustedHeaders implements Authenticator {
  private final ObjectMapper json;
  private final CallerContexts contexts;

  TrustedHeaders(ObjectMapper json, CallerContexts contexts) {
    this.json = json;
    this.contexts = contexts;
  }

  @Override
  public RequestContext authenticate(RequestHeaders headers, String requestId) {
    if (!"Confirmed".equals(headers.first("X-Identity-Status"))) {
      return contexts.withoutCredentials(requestId);
    }
    checkCatalog(headers.first("X-Service-Catalog"));
    return contexts.of(
        first(headers, "X-Project-Id", "X-Tenant-Id", "X-Tenant"),
        first(headers, "X-User-Id", "X-User"),
        roles(first(headers, "X-Roles", "X-Role")),
        roles(headers.first("X-Service-Roles")),
        "all".equals(headers.first("OpenStack-System-Scope")),
        requestId);
  }

  @Override
  public Optional<String> challenge() {
    return Optional.empty();
  }

  private static @Nullable String first(RequestHeaders headers, String... names) {
    for (String name : names) {
      String value = headers.first(name);
      if (value != null && !value.isBlank()) {
        return value.strip();
      }
    }
    return null;
  }

  private static List<String> roles(@Nullable String joined) {
    return joined == null ? List.of() : List.of(joined.split(",", -1));
  }

  private void checkCatalog(@Nullable String catalog) {
    if (catalog == null) {
      return;
    }
    try {
      json.readTree(catalog);
    } catch (JsonProcessingException e) {
      throw new GlanceException(ErrorCode.INTERNAL, "Invalid service catalog json.", e);
    }
  }
}
