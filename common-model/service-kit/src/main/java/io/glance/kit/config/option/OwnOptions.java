package io.glance.kit.config.option;

import java.util.List;

/** Options that Python Glance doesn't have. */
final class OwnOptions {
  private static final Section CONTEXT =
      Section.of("service_context", Service.API, Service.REGISTRY);
  private static final Section OPERATOR = Section.of("operator_api", Service.REGISTRY);
  private static final Section REGISTRY = Section.of("registry_client", Service.API);
  private static final Section RECONCILER = Section.of("reconciler", Service.API);

  private OwnOptions() {}

  static List<Option> options() {
    return List.of(
        CONTEXT
            .text(
                "key",
                "Secret with which glance-api signs the caller's context for the registry; at least 16 bytes, the same in both files.")
            .asSecret(),
        OPERATOR.flag(
            "allow_insecure",
            false,
            "Let glance-registry listen beyond loopback with a flavor that believes everybody."),
        CONTEXT.text("key_file", "File that holds this secret."),
        REGISTRY
            .text("host", "Host of the registry.")
            .or("127.0.0.1")
            .oldName("DEFAULT", "registry_host"),
        REGISTRY
            .integer("port", 9191, "Port of the registry.")
            .range(1, 65535)
            .oldName("DEFAULT", "registry_port"),
        REGISTRY
            .text("protocol", "Protocol towards the registry.")
            .or("http")
            .choices("http", "https")
            .oldName("DEFAULT", "registry_client_protocol"),
        REGISTRY
            .text("ca_file", "Authorities of the registry's certificate (PEM).")
            .oldName("DEFAULT", "registry_client_ca_file"),
        REGISTRY
            .text("cert_file", "Client certificate towards the registry (PEM).")
            .oldName("DEFAULT", "registry_client_cert_file")
            .unsupported(),
        REGISTRY
            .text("key_file", "Its private key (PEM).")
            .oldName("DEFAULT", "registry_client_key_file")
            .unsupported(),
        REGISTRY
            .flag("insecure", false, "Don't check the registry's certificate.")
            .oldName("DEFAULT", "registry_client_insecure"),
        REGISTRY.integer("connect_timeout", 2, "Seconds to wait for a connection.").min(1),
        REGISTRY
            .integer("timeout", 10, "Seconds to wait for an answer.")
            .min(1)
            .oldName("DEFAULT", "registry_client_timeout"),
        RECONCILER
            .integer(
                "interval_seconds",
                10,
                "Pause between two looks for abandoned uploads, in seconds.")
            .min(1),
        RECONCILER
            .integer(
                "lease_seconds",
                30,
                "Age of the last sign of life after which an upload counts as abandoned, in seconds.")
            .min(1),
        RECONCILER.text("instance", "Name of this process; unset: host name and a random part."));
  }
}
