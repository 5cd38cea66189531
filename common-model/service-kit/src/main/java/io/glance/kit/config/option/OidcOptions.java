package io.glance.kit.config.option;

import java.util.List;

/** The OpenID provider of flavor oidc. */
final class OidcOptions {
  private static final Section OIDC = Section.of("oidc", Service.API);

  private OidcOptions() {}

  static List<Option> options() {
    return List.of(
        OIDC.text(
            "auth_server_url",
            "URL of the OpenID provider: its document .well-known/openid-configuration is below it."),
        OIDC.text("issuer", "Issuer that tokens must name; unset: the one of that document."),
        OIDC.text("client_id", "Name of this service at the provider.").or("glance"),
        OIDC.list(
            "audience",
            "",
            "Audiences of which a token must name one; unset: client_id. The word any accepts every token of the provider, also those meant for other services."),
        OIDC.text("user_claim", "Claim with the user's id; a.b is b inside a.").or("sub"),
        OIDC.text("user_name_claim", "Claim with the user's name.").or("preferred_username"),
        OIDC.text("project_claim", "Claim with the project's id.").or("project_id"),
        OIDC.text("roles_claim", "Claim with the list of roles.").or("roles"),
        OIDC.text("admin_role", "Role of the provider that is Glance's admin.").or("admin"),
        OIDC.list(
            "default_roles",
            "",
            "Roles of every valid token. admin brings member, and member brings reader."));
  }
}
