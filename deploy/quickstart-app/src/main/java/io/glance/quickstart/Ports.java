package io.glance.quickstart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** TCP ports on 127.0.0.1, each from its environment variable or its default. */
record Ports(int api, int registry, int database) {
  private static final String API = "GLANCE_API_PORT";
  private static final String REGISTRY = "GLANCE_REGISTRY_PORT";
  private static final String DATABASE = "GLANCE_DATABASE_PORT";

  static Ports of(Map<String, String> environment) {
    return new Ports(
        port(environment, API, 9292),
        port(environment, REGISTRY, 9191),
        port(environment, DATABASE, 9306));
  }

  void requireApiFree() {
    requireFree(api, API);
  }

  void requireRegistryFree() {
    requireFree(registry, REGISTRY);
  }

  void requireDatabaseFree() {
    requireFree(database, DATABASE);
  }

  private static int port(Map<String, String> environment, String variable, int otherwise) {
    String text = environment.getOrDefault(variable, "");
    if (text.isBlank()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
      throw new QuickstartException(variable + " is not a port: " + text);
    }
    return Integer.parseInt(text);
  }

  private static void requireFree(int port, String variable) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException busy) {
      throw new QuickstartException(
          "port %d is used by another program: stop that, or name a free port: %s=%d deploy/quickstart"
              .formatted(port, variable, port + 10_000));
    }
  }
}
