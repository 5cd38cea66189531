package io.glance.api.registry;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.SettingsException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the registry listens: {@code registry_host}, {@code registry_port} and {@code
 * registry_client_protocol} of {@code [DEFAULT]}.
 */
record RegistryAddress(URI uri) {
  private static final String SECTION = "DEFAULT";

  static RegistryAddress of(GlanceSettings settings) {
    String scheme = settings.required(SECTION, "registry_client_protocol");
    String host = settings.required(SECTION, "registry_host");
    int port = Math.toIntExact(settings.integer(SECTION, "registry_port"));
    String literal = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    try {
      return new RegistryAddress(new URI(scheme, null, literal, port, null, null, null));
    } catch (URISyntaxException e) {
      throw new SettingsException(SECTION, "registry_host", "is not a host: " + host);
    }
  }
}
