package io.glance.api.registry;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.SettingsException;
import io.glance.kit.config.TrustedAuthorities;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.KeyStore;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the registry: {@code [registry_client]}, or Glance's older {@code registry_*}.
 *
 * @param connectSeconds to wait for a connection
 * @param readSeconds to wait for an answer
 * @param insecure whether any certificate will do
 * @param authorities of the registry's certificate; null for those of the JDK
 */
record RegistryTransport(
    URI uri,
    long connectSeconds,
    long readSeconds,
    boolean insecure,
    @Nullable KeyStore authorities) {
  private static final String SECTION = "registry_client";

  static RegistryTransport of(GlanceSettings settings) {
    return new RegistryTransport(
        uri(settings),
        settings.integer(SECTION, "connect_timeout"),
        settings.integer(SECTION, "timeout"),
        settings.flag(SECTION, "insecure"),
        settings
            .text(SECTION, "ca_file")
            .filter(file -> !file.isBlank())
            .map(file -> TrustedAuthorities.load(SECTION, "ca_file", Path.of(file)))
            .orElse(null));
  }

  private static URI uri(GlanceSettings settings) {
    String scheme = settings.required(SECTION, "protocol");
    String host = settings.required(SECTION, "host");
    int port = Math.toIntExact(settings.integer(SECTION, "port"));
    String literal = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    try {
      return new URI(scheme, null, literal, port, null, null, null);
    } catch (URISyntaxException e) {
      throw new SettingsException(SECTION, "host", "is not a host: " + host);
    }
  }
}
