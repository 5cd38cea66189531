package io.glance.kit.config.option;

import java.util.List;

/** Left over from older releases: accepted without a word (CFG-02). */
final class LegacyOptions {
  private static final Section DEFAULT = Section.of("DEFAULT", Service.API, Service.REGISTRY);

  private LegacyOptions() {}

  static List<Option> options() {
    return List.of(
        DEFAULT.text("data_api", "Where metadata is kept; always the registry here.").ignored(),
        DEFAULT.flag("enable_v1_api", false, "Images API v1.").ignored(),
        DEFAULT.flag("enable_v2_api", true, "Images API v2.").ignored(),
        DEFAULT.flag("enable_v1_registry", true, "Registry API v1.").ignored(),
        DEFAULT.flag("enable_v2_registry", true, "Registry RPC.").ignored(),
        DEFAULT.flag("owner_is_tenant", true, "Whether projects own images.").ignored(),
        DEFAULT
            .text("admin_role", "Role of administrators; see policy context_is_admin.")
            .or("admin")
            .ignored(),
        DEFAULT
            .flag("allow_additional_image_properties", true, "Whether images may have properties.")
            .ignored(),
        DEFAULT
            .flag("enforce_secure_rbac", false, "See [oslo_policy] enforce_new_defaults.")
            .ignored(),
        DEFAULT
            .text("secure_proxy_ssl_header", "Header by which a proxy names the scheme.")
            .ignored(),
        DEFAULT.integer("task_pool_threads", 16, "See [wsgi] task_pool_threads.").ignored(),
        DEFAULT
            .flag("use_user_token", true, "Whether the registry sees the user's token.")
            .ignored(),
        DEFAULT
            .flag("send_identity_headers", false, "Whether the registry sees identity headers.")
            .ignored(),
        DEFAULT.text("admin_user", "User of the registry client.").ignored(),
        DEFAULT.text("admin_password", "Password of the registry client.").asSecret().ignored(),
        DEFAULT.text("admin_tenant_name", "Project of the registry client.").ignored(),
        DEFAULT.text("auth_url", "Keystone of the registry client.").ignored(),
        DEFAULT.text("auth_strategy", "Authentication of the registry client.").ignored(),
        DEFAULT.text("auth_region", "Region of the registry client.").ignored(),
        DEFAULT.text("pydev_worker_debug_host", "Host of a Python debugger.").ignored(),
        DEFAULT.integer("pydev_worker_debug_port", 5678, "Port of a Python debugger.").ignored(),
        DEFAULT.text("pipe_handle", "Handle of a parent process on Windows.").ignored());
  }
}
