package io.glance.kit.config.option;

import java.util.List;

/** Where and how the services listen (CFG-02). */
final class ServerOptions {
  private static final Section DEFAULT = Section.of("DEFAULT", Service.API, Service.REGISTRY);
  private static final Section API = Section.of("DEFAULT", Service.API);
  private static final Section REGISTRY = Section.of("DEFAULT", Service.REGISTRY);

  private ServerOptions() {}

  static List<Option> options() {
    return List.of(
        DEFAULT.text("bind_host", "Address to listen on.").or("0.0.0.0"),
        API.integer("bind_port", 9292, "Port to listen on.").range(0, 65535),
        REGISTRY.integer("bind_port", 9191, "Port to listen on.").range(0, 65535),
        DEFAULT.integer("backlog", 4096, "Connections waiting to be accepted.").min(1),
        DEFAULT
            .integer(
                "client_socket_timeout",
                900,
                "Idle seconds before a connection is closed; 0: never.")
            .min(0),
        DEFAULT.integer("max_header_line", 16384, "Longest header, in bytes.").min(0),
        DEFAULT.flag("http_keepalive", true, "Keep connections open between requests.").ignored(),
        DEFAULT
            .integer("workers", "Worker processes; one process serves all requests here.")
            .min(0)
            .ignored(),
        DEFAULT
            .integer("tcp_keepidle", 600, "Idle seconds before a TCP keep-alive probe.")
            .ignored(),
        DEFAULT.text("cert_file", "Certificate of the listener (PEM)."),
        DEFAULT.text("key_file", "Private key of the listener (PEM)."),
        DEFAULT
            .text("ca_file", "Authorities whose client certificates are accepted (PEM).")
            .unsupported());
  }
}
