package io.glance.kit.config.option;

import java.util.List;

/** Keystone (CFG-09). */
final class KeystoneOptions {
  private static final Section TOKEN =
      Section.of("keystone_authtoken", Service.API, Service.REGISTRY);

  private KeystoneOptions() {}

  static List<Option> options() {
    return List.of(
        TOKEN.text("auth_url", "Where the service user gets its token."),
        TOKEN
            .text(
                "www_authenticate_uri",
                "Keystone as clients reach it, for the header WWW-Authenticate.")
            .oldName("auth_uri"),
        TOKEN
            .text("auth_type", "How the service user signs in.")
            .or("password")
            .oldName("auth_plugin")
            .choices("password", "v3password", "v3applicationcredential"),
        TOKEN
            .text("auth_section", "Section of the service user's options, where it isn't this one.")
            .unsupported(),
        TOKEN.text("auth_version", "Version of the Identity API; always v3.").ignored(),
        TOKEN.text("username", "Service user.").oldName("user_name"),
        TOKEN.text("user_id", "Id of the service user, instead of its name."),
        TOKEN.text("password", "Its password.").asSecret(),
        TOKEN.text("project_name", "Its project.").oldName("tenant_name"),
        TOKEN.text("project_id", "Id of its project.").oldName("tenant_id"),
        TOKEN.text("user_domain_name", "Domain of the user."),
        TOKEN.text("user_domain_id", "Id of that domain."),
        TOKEN.text("project_domain_name", "Domain of the project."),
        TOKEN.text("project_domain_id", "Id of that domain."),
        TOKEN.text("domain_name", "Domain to act on, instead of a project.").unsupported(),
        TOKEN.text("domain_id", "Id of that domain.").unsupported(),
        TOKEN.text(
            "default_domain_id", "Id of the domain of user and project where none is named."),
        TOKEN.text("default_domain_name", "Name of that domain."),
        TOKEN.text("system_scope", "Scope all: act on the system.").unsupported(),
        TOKEN.text("trust_id", "Trust to act under.").unsupported(),
        TOKEN.text("application_credential_id", "Application credential."),
        TOKEN.text("application_credential_name", "Name of the application credential."),
        TOKEN.text("application_credential_secret", "Its secret.").asSecret(),
        TOKEN
            .text("region_name", "Region of Keystone's endpoint; auth_url says where it is.")
            .ignored(),
        TOKEN
            .text("interface", "Which of Keystone's endpoints is used; auth_url says where it is.")
            .or("internal")
            .ignored(),
        TOKEN
            .list(
                "memcached_servers",
                "",
                "Servers of a shared token cache; tokens are cached in memory here.")
            .oldName("memcache_servers")
            .ignored(),
        TOKEN
            .integer(
                "token_cache_time",
                300,
                "Seconds that a valid token is remembered; -1: not at all.")
            .min(-1),
        TOKEN.list(
            "service_token_roles", "service", "Roles of which a service token must have one."),
        TOKEN.flag(
            "service_token_roles_required", false, "Refuse service tokens without such a role."),
        TOKEN
            .flag(
                "delay_auth_decision",
                false,
                "Let requests without a valid token through to the service.")
            .unsupported(),
        TOKEN.flag("insecure", false, "Don't check Keystone's certificate."),
        TOKEN.text("cafile", "Authorities of Keystone's certificate (PEM)."),
        TOKEN.text("certfile", "Client certificate towards Keystone (PEM).").unsupported(),
        TOKEN.text("keyfile", "Its private key (PEM).").unsupported(),
        TOKEN
            .integer("http_connect_timeout", "Seconds to wait for Keystone.")
            .min(0)
            .oldName("timeout")
            .unsupported(),
        TOKEN
            .integer("http_request_max_retries", 3, "Further tries where Keystone doesn't answer.")
            .min(0)
            .unsupported(),
        TOKEN
            .text("service_type", "Service type that access rules are checked against.")
            .or("image")
            .ignored(),
        TOKEN
            .flag(
                "include_service_catalog",
                true,
                "Whether Keystone sends the catalogue with a token.")
            .ignored(),
        TOKEN.text("cache", "Environment key of a Python cache.").ignored(),
        TOKEN.text("enforce_token_bind", "Kerberos binding of tokens.").ignored(),
        TOKEN.text("memcache_security_strategy", "Protection of the shared token cache.").ignored(),
        TOKEN.text("memcache_secret_key", "Key of that protection.").asSecret().ignored(),
        TOKEN.integer("memcache_pool_dead_retry", 300, "Pool of the shared cache.").ignored(),
        TOKEN.integer("memcache_pool_maxsize", 10, "Pool of the shared cache.").ignored(),
        TOKEN.integer("memcache_pool_socket_timeout", 3, "Pool of the shared cache.").ignored(),
        TOKEN.integer("memcache_pool_unused_timeout", 60, "Pool of the shared cache.").ignored(),
        TOKEN.integer("memcache_pool_conn_get_timeout", 10, "Pool of the shared cache.").ignored(),
        TOKEN.flag("memcache_use_advanced_pool", true, "Pool of the shared cache.").ignored());
  }
}
