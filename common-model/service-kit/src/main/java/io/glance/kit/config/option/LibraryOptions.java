package io.glance.kit.config.option;

import java.util.List;

/** Paste, policy, middleware, CORS and the other libraries (CFG-10). */
final class LibraryOptions {
  private static final Section PASTE = Section.of("paste_deploy", Service.API, Service.REGISTRY);
  private static final Section POLICY = Section.of("oslo_policy", Service.API, Service.REGISTRY);
  private static final Section MIDDLEWARE = Section.of("oslo_middleware", Service.API);
  private static final Section CORS = Section.of("cors", Service.API);
  private static final Section LIMIT = Section.of("oslo_limit", Service.API);
  private static final Section NOTIFY = Section.of("oslo_messaging_notifications", Service.API);
  private static final Section CONCURRENCY = Section.of("oslo_concurrency", Service.API);
  private static final Section HEALTH = Section.of("healthcheck", Service.API);
  private static final Section BRICK = Section.of("os_brick", Service.API);
  private static final Section KEYS = Section.of("key_manager", Service.API);
  private static final Section BARBICAN = Section.of("barbican", Service.API);

  private LibraryOptions() {}

  static List<Option> options() {
    return List.of(
        PASTE.text(
            "flavor",
            "Who calls: keystone (optionally +caching, +cachemanagement), trusted-auth, oidc; unset: everybody is admin."),
        PASTE.text("config_file", "Paste pipelines; only the flavor is read.").unsupported(),
        POLICY.text("policy_file", "Policy rules that replace the defaults.").or("policy.yaml"),
        POLICY.multi("policy_dirs", "Directories of further policy files.").or("policy.d"),
        POLICY
            .text("policy_default_rule", "Rule for names that have none.")
            .or("default")
            .unsupported(),
        POLICY.flag("enforce_scope", true, "Refuse tokens of a scope that a rule doesn't take."),
        POLICY.flag(
            "enforce_new_defaults",
            true,
            "Use the defaults with the roles reader, member and admin."),
        POLICY.text("remote_content_type", "Body of remote policy checks.").unsupported(),
        POLICY
            .flag(
                "remote_ssl_verify_server_crt", false, "Certificate check of remote policy checks.")
            .unsupported(),
        MIDDLEWARE.flag(
            "enable_proxy_headers_parsing",
            false,
            "Believe X-Forwarded-* and Forwarded of a proxy."),
        MIDDLEWARE
            .integer(
                "max_request_body_size", 114688, "Largest body of a metadata request, in bytes.")
            .min(0)
            .oldName("DEFAULT", "max_request_body_size")
            .oldName("DEFAULT", "osapi_max_request_body_size")
            .unsupported(),
        MIDDLEWARE
            .text("http_basic_auth_user_file", "Users of HTTP basic authentication.")
            .unsupported(),
        CORS.list(
            "allowed_origin", "", "Origins of web pages that may call the service; * for all."),
        CORS.flag("allow_credentials", true, "Let pages send credentials."),
        CORS.list(
            "expose_headers",
            "X-Image-Meta-Checksum,X-Auth-Token,X-Subject-Token,X-Service-Token,X-OpenStack-Request-ID",
            "Response headers that pages may read."),
        CORS.integer("max_age", 3600, "Seconds that a preflight answer is remembered.").min(0),
        CORS.list("allow_methods", "GET,PUT,POST,DELETE,PATCH", "Methods that pages may use."),
        CORS.list(
            "allow_headers",
            "Content-MD5,X-Image-Meta-Checksum,X-Storage-Token,Accept-Encoding,X-Auth-Token,X-Identity-Status,X-Roles,X-Service-Catalog,X-User-Id,X-Tenant-Id,X-OpenStack-Request-ID",
            "Request headers that pages may send."),
        LIMIT.text("auth_url", "Keystone of the unified limits.").unsupported(),
        LIMIT.text("endpoint_id", "Endpoint whose limits apply.").unsupported(),
        LIMIT.text("password", "Password towards that Keystone.").asSecret().unsupported(),
        NOTIFY.multi("driver", "How notifications leave: messagingv2, log or noop.").unsupported(),
        NOTIFY.text("transport_url", "Message bus of notifications.").asSecret().unsupported(),
        NOTIFY.list("topics", "notifications", "Topics of notifications.").unsupported(),
        CONCURRENCY.text("lock_path", "Directory of lock files.").ignored(),
        CONCURRENCY.flag("disable_process_locking", false, "Locks between processes.").ignored(),
        HEALTH.text("path", "Path of the health check.").or("/healthcheck").ignored(),
        HEALTH.flag("detailed", false, "Show details in the health check."),
        HEALTH
            .list("backends", "", "Checks; only disable_by_file and disable_by_files_ports exist.")
            .ignored(),
        HEALTH.text(
            "disable_by_file_path", "File whose presence takes the service out of rotation."),
        HEALTH.list("disable_by_file_paths", "", "PORT:PATH pairs of such files.").unsupported(),
        BRICK.text("lock_path", "Directory of os-brick's locks.").unsupported(),
        KEYS.text("backend", "Key store of image signatures.").unsupported(),
        BARBICAN.text("auth_endpoint", "Keystone of the key store.").unsupported());
  }
}
