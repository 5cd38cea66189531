package io.glance.kit.policy;

import io.glance.model.RequestContext;
import java.util.Locale;

/**
 * The caller as policies name it. Booleans are Python's {@code True} and {@code False}.
 *
 * <p>Source: oslo_context/context.py {@code to_policy_values}.
 */
record Credentials(RequestContext caller) {

  /** Whether an attribute has the value, or holds it where it is a list. */
  boolean has(String attribute, String value) {
    return switch (attribute) {
      case "user_id", "user" -> value.equals(caller.userId());
      case "project_id", "tenant_id", "tenant" -> value.equals(caller.projectId());
      case "is_admin" -> is(value, caller.isAdmin());
      case "read_only" -> is(value, caller.readOnly());
      case "system_scope" -> value.equals(caller.systemScope() ? "all" : "None");
      case "roles" -> caller.roles().contains(value);
      case "service_roles" -> caller.serviceRoles().contains(value);
      case "request_id" -> value.equals(caller.requestId());
      default -> false;
    };
  }

  /** Whether the user's token has the role (not the service's, AUTH-07). */
  boolean hasRole(String role) {
    return caller.roles().contains(role.toLowerCase(Locale.ROOT));
  }

  private static boolean is(String value, boolean flag) {
    return value.equals(flag ? "True" : "False");
  }
}
