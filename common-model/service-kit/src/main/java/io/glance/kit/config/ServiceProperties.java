package io.glance.kit.config;

import io.glance.kit.config.option.Service;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The properties of Quarkus that follow from the operator's settings. */
final class ServiceProperties {
  private static final String DEFAULT = "DEFAULT";
  private static final String DATABASE = "database";
  private static final long QUARKUS_HEADERS = 20 * 1024;

  private final GlanceSettings settings;
  private final Map<String, String> properties = new LinkedHashMap<>();

  private ServiceProperties(GlanceSettings settings) {
    this.settings = settings;
  }

  /** Derives them for a service; options that aren't set leave Quarkus' own values alone. */
  static Map<String, String> of(Service service, GlanceSettings settings) {
    ServiceProperties derived = new ServiceProperties(settings);
    derived.listener();
    derived.tls();
    derived.logging();
    if (service == Service.REGISTRY) {
      derived.database();
    }
    return Map.copyOf(derived.properties);
  }

  private void listener() {
    String host = settings.required(DEFAULT, "bind_host");
    // Only the real service opens up by default; tests and dev mode stay on loopback.
    put((settings.isSet(DEFAULT, "bind_host") ? "" : "%prod.") + "quarkus.http.host", host);
    if (settings.isSet(DEFAULT, "bind_port")) {
      put("quarkus.http.port", settings.integer(DEFAULT, "bind_port"));
    }
    if (settings.isSet(DEFAULT, "backlog")) {
      put("quarkus.http.accept-backlog", settings.integer(DEFAULT, "backlog"));
    }
    if (settings.isSet(DEFAULT, "client_socket_timeout")) {
      put("quarkus.http.idle-timeout", settings.integer(DEFAULT, "client_socket_timeout") + "S");
    }
    if (settings.isSet(DEFAULT, "max_header_line")) {
      // Glance limits one header, Quarkus all of them together.
      long line = settings.integer(DEFAULT, "max_header_line");
      put("quarkus.http.limits.max-header-size", Math.max(line, QUARKUS_HEADERS));
    }
  }

  private void tls() {
    if (settings.isSet(DEFAULT, "cert_file")) {
      put("quarkus.http.ssl.certificate.files", settings.text(DEFAULT, "cert_file").orElse(""));
      put("quarkus.http.ssl.certificate.key-files", settings.required(DEFAULT, "key_file"));
      put("quarkus.http.ssl-port", settings.integer(DEFAULT, "bind_port"));
      put("quarkus.http.insecure-requests", "disabled");
    }
  }

  private void logging() {
    put(
        "quarkus.log.category.\"io.glance\".level",
        settings.flag(DEFAULT, "debug") ? "DEBUG" : "INFO");
    put("quarkus.log.console.json.enabled", settings.flag(DEFAULT, "use_json"));
    settings
        .text(DEFAULT, "log_file")
        .filter(file -> !file.isBlank())
        .ifPresent(
            file -> {
              Path path = Path.of(settings.text(DEFAULT, "log_dir").orElse("")).resolve(file);
              put("quarkus.log.file.enabled", true);
              put("quarkus.log.file.path", path);
              put("quarkus.log.file.json.enabled", settings.flag(DEFAULT, "use_json"));
            });
  }

  private void database() {
    if (!settings.isSet(DATABASE, "connection")) {
      return;
    }
    DatabaseUrl url = DatabaseUrl.of(settings);
    put("quarkus.datasource.jdbc.url", url.jdbcUrl());
    if (url.user() != null) {
      put("quarkus.datasource.username", url.user());
    }
    if (url.password() != null) {
      put("quarkus.datasource.password", url.password());
    }
    if (settings.isSet(DATABASE, "max_pool_size") || settings.isSet(DATABASE, "max_overflow")) {
      put(
          "quarkus.datasource.jdbc.max-size",
          Math.max(
              1,
              settings.integer(DATABASE, "max_pool_size")
                  + settings.integer(DATABASE, "max_overflow")));
    }
    if (settings.isSet(DATABASE, "pool_timeout")) {
      put(
          "quarkus.datasource.jdbc.acquisition-timeout",
          settings.integer(DATABASE, "pool_timeout") + "S");
    }
    long recycle = settings.integer(DATABASE, "connection_recycle_time");
    if (recycle > 0) {
      put("quarkus.datasource.jdbc.max-lifetime", recycle + "S");
    }
  }

  private void put(String name, Object value) {
    // Quarkus would take ${…} in a password for an expression.
    properties.put(name, value.toString().replace("${", "\\${"));
  }
}
