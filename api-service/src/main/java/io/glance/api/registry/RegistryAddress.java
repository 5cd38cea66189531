package io.glance.api.registry;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.SettingsException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where the registry listens, by {@code [registry_client]} or Glance's older {@code registry_*}.
 */
record RegistryAddress(URI uri) {
  static final String SECTION = "registry_client";

  static RegistryAddress of(GlanceSettings settings) {
    String scheme = settings.required(SECTION, "protocol");
    String host = settings.required(SECTION, "host");
    int port = Math.toIntExact(settings.integer(SECTION, "port"));
    String literal = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    try {
      return new RegistryAddress(new URI(scheme, null, literal, port, null, null, null));
    } catch (URISyntaxException e) {
      throw new SettingsException(SECTION, "host", "is not a host: " + host);
    }
  }
}
