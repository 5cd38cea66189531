package io.glance.api.auth.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.kit.config.GlanceSettings;
import io.glance.kit.identity.Identity;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which claims of a token say who its holder is.
 *
 * <p>Providers know nothing of Keystone's implied roles, so the admin role brings member here and
 * member brings reader.
 */
final class ClaimMapping {
  private static final String SECTION = "oidc";

  private final ObjectMapper json;
  private final String userClaim;
  private final String userNameClaim;
  private final String projectClaim;
  private final String rolesClaim;
  private final String adminRole;
  private final List<String> defaultRoles;

  ClaimMapping(GlanceSettings settings, ObjectMapper json) {
    this.json = json;
    this.userClaim = settings.required(SECTION, "user_claim");
    this.userNameClaim = settings.required(SECTION, "user_name_claim");
    this.projectClaim = settings.required(SECTION, "project_claim");
    this.rolesClaim = settings.required(SECTION, "roles_claim");
    this.adminRole = normal(settings.required(SECTION, "admin_role"));
    this.defaultRoles = settings.list(SECTION, "default_roles");
  }

  /**
   * The identity that the claims of a token tell.
   *
   * @param payload the token's claims as JSON, of a token that was checked
   * @throws IOException where there is no user or no end in them
   */
  Identity identity(byte[] payload) throws IOException {
    JsonNode claims = json.readTree(payload);
    String user = text(claims, userClaim);
    JsonNode expiry = claims.path("exp");
    if (user == null || !expiry.isNumber()) {
      throw new IOException("the token lacks the claim exp or " + userClaim);
    }
    return new Identity(
        user,
        text(claims, userNameClaim),
        null,
        text(claims, projectClaim),
        null,
        null,
        null,
        roles(at(claims, rolesClaim)),
        false,
        Instant.ofEpochSecond(expiry.asLong()));
  }

  private Set<String> roles(JsonNode claim) {
    List<String> named = new ArrayList<>(defaultRoles);
    if (claim.isTextual()) {
      named.addAll(List.of(claim.asText().split("[\\s,]+", -1)));
    } else {
      claim.forEach(role -> named.add(role.asText()));
    }
    // Before any comparison: whoever reads the roles later ignores case as well.
    Set<String> roles = new HashSet<>();
    named.forEach(role -> roles.add(normal(role)));
    roles.remove("");
    boolean admin = roles.contains(adminRole);
    if (!adminRole.equals("admin")) {
      roles.remove("admin");
    }
    if (admin) {
      roles.add("admin");
      roles.add("member");
    }
    if (roles.contains("member")) {
      roles.add("reader");
    }
    return Set.copyOf(roles);
  }

  private static String normal(String role) {
    return role.strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String text(JsonNode claims, String path) {
    JsonNode claim = at(claims, path);
    return claim.isValueNode() && !claim.isNull() && !claim.asText().isBlank()
        ? claim.asText()
        : null;
  }

  /** A claim's own name may have dots (as URLs have), so the whole name is tried first. */
  private static JsonNode at(JsonNode claims, String path) {
    if (claims.has(path)) {
      return claims.path(path);
    }
    JsonNode claim = claims;
    for (String step : path.split("\\.", -1)) {
      claim = claim.path(step);
    }
    return claim;
  }
}
