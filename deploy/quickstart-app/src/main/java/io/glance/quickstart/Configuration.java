package io.glance.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The ini files of both services: no authentication, files on this machine, loopback only. */
record Configuration(Place place, Ports ports) {
  private static final int KEY_BYTES = 32;

  Path apiFile() {
    return place.in("glance-api.conf");
  }

  Path registryFile() {
    return place.in("glance-registry.conf");
  }

  /**
   * Writes both files anew; the services' common key is made once.
   *
   * @param connection the database's SQLAlchemy URL
   */
  void write(String connection) throws IOException {
    Path images = Files.createDirectories(place.in("images"));
    String key = contextKey();
    PrivateFile.write(
        registryFile(),
        """
        [DEFAULT]
        bind_host = 127.0.0.1
        bind_port = %d
        [database]
        connection = %s
        [service_context]
        key = %s
        """
            .formatted(ports.registry(), connection.replace("$", "$$"), key));
    PrivateFile.write(
        apiFile(),
        """
        [DEFAULT]
        bind_host = 127.0.0.1
        bind_port = %d
        enabled_backends = file:file
        [registry_client]
        host = 127.0.0.1
        port = %d
        [service_context]
        key = %s
        [glance_store]
        default_backend = file
        [file]
        filesystem_store_datadir = %s
        """
            .formatted(ports.api(), ports.registry(), key, images));
  }

  private String contextKey() throws IOException {
    Path file = place.in("service-context.key");
    if (!Files.exists(file)) {
      byte[] random = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(random);
      PrivateFile.write(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file).strip();
  }
}
