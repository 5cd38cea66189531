package io.glance.api.registry;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.SettingsException;
import io.glance.kit.config.TrustedAuthorities;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the registry listens and how long it may take, by {@code [registry_client]} or Glance's
 * older {@code registry_*}.
 *
 * @param authorities to trust instead of the JDK's; null is the JDK's
 * @param insecure no check of the registry's certificate
 */
record RegistryAddress(
    URI uri,
    Duration connectTimeout,
    Duration timeout,
    @Nullable KeyStore authorities,
    boolean insecure) {
  private static final String SECTION = "registry_client";

  static RegistryAddress of(GlanceSettings settings) {
    return new RegistryAddress(
        uri(settings),
        Duration.ofSeconds(settings.integer(SECTION, "connect_timeout")),
        Duration.ofSeconds(settings.integer(SECTION, "timeout")),
        settings
            .text(SECTION, "ca_file")
            .filter(file -> !file.isBlank())
            .map(file -> TrustedAuthorities.load(SECTION, "ca_file", Path.of(file)))
            .orElse(null),
        settings.flag(SECTION, "insecure"));
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
