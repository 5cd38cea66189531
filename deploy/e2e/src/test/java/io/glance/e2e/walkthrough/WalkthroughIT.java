package io.glance.e2e.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Persona;
import io.glance.e2e.target.OursOnly;
import io.glance.e2e.target.Output;
import io.glance.e2e.target.PeerAware;
import io.glance.e2e.target.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The walk-through of an installation, step by step: real Keystone and MariaDB, our two services
 * from the user's two ini files as they are, the real clients.
 */
@PeerAware
@OursOnly("the walk-through installs our services")
@EnabledIfSystemProperty(named = "glance.backends", matches = "true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkthroughIT {
  @TempDir private static Path directory;
  private static final int API = ServiceProcess.freePort();
  private static final int REGISTRY = ServiceProcess.freePort();
  private static final String URL = "http://controller:" + API;
  private static ControlNode node;
  private static ClientSteps clients;
  private static ServiceProcess registry;
  private static ServiceProcess api;

  @BeforeAll
  static void startTheControlNode() {
    node = new ControlNode(directory);
    clients = new ClientSteps(node.clients(), directory, "cirros");
  }

  @AfterAll
  static void stopAll() {
    Stream.of(api, registry).filter(started -> started != null).forEach(ServiceProcess::stop);
    if (node != null) {
      node.close();
    }
  }

  @Test
  @Order(1)
  @DisplayName("1: the database and its user")
  void theDatabase() {
    node.sql(
        "CREATE DATABASE IF NOT EXISTS glance",
        "GRANT ALL PRIVILEGES ON glance.* TO 'glance'@'localhost' IDENTIFIED BY 'openstack'",
        "GRANT ALL PRIVILEGES ON glance.* TO 'glance'@'%' IDENTIFIED BY 'openstack'");
    assertThat(node.tables()).isEmpty();
  }

  @Test
  @Order(2)
  @DisplayName("2: user, role, service and endpoints in Keystone's catalogue")
  void theCatalogue() {
    admin("service", "delete", "glance");
    admin("user", "delete", "glance");
    admin("user", "create", "--domain", "default", "--password", "openstack", "glance");
    admin("role", "add", "--project", "service", "--user", "glance", "admin");
    admin("service", "create", "--name", "glance", "--description", "OpenStack Image", "image");
    for (String kind : List.of("public", "internal", "admin")) {
      admin("endpoint", "create", "--region", "RegionOne", "image", kind, URL);
    }
    JsonNode found = clients.json(Persona.ADMIN, "endpoint", "list", "--service", "image");
    assertThat(Json.texts(found, "URL")).containsExactly(URL, URL, URL);
    assertThat(Json.texts(found, "Interface"))
        .containsExactlyInAnyOrder("public", "internal", "admin");
  }

  @Test
  @Order(4)
  @DisplayName("3, 4 CMD-01: db_sync builds the schema, and says the second time that all is there")
  void dbSyncBuildsTheSchema() {
    String ini = node.ini("glance-registry.conf").toString();
    Output first = manage(ini);
    assertThat(first.out() + first.err()).contains("Database is synced successfully.");
    Output second = manage(ini);
    assertThat(second.out() + second.err())
        .contains("Database is up to date. No migrations needed.");
    assertThat(node.tables())
        .contains(
            "alembic_version",
            "images",
            "image_properties",
            "image_locations",
            "image_members",
            "image_tags",
            "tasks",
            "task_info",
            "metadef_namespaces",
            "metadef_objects",
            "metadef_properties",
            "metadef_resource_types",
            "metadef_tags",
            "metadef_namespace_resource_types",
            "node_reference",
            "cached_images");
  }

  @Test
  @Order(5)
  @DisplayName("5: both services start from the two ini files as they are")
  void bothServicesStart() {
    registry = start("glance-registry", REGISTRY, Map.of()).ready();
    api = start("glance-api", API, Map.of("OS_REGISTRY_CLIENT__PORT", "" + REGISTRY)).ready();
  }

  @Test
  @Order(6)
  @DisplayName("6, 7, 8: openstack creates, lists, shows, protects, saves and deletes")
  void openstackLeadsAnImageThroughItsLife() throws IOException {
    clients.imageLife();
    try (Stream<Path> left = Files.walk(node.images())) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  @Order(7)
  @DisplayName("MEM: openstack shares an image between projects")
  void openstackShares() {
    clients.sharing();
  }

  @Test
  @Order(8)
  @DisplayName("The same through glance")
  void glanceDoesTheSame() {
    clients.glanceClient();
  }

  private static void admin(String... arguments) {
    clients.openstack(Persona.ADMIN, arguments).ok();
  }

  private static Output manage(String ini) {
    return ServiceProcess.run(
            node.services(REGISTRY), "glance-manage", "--config-file", ini, "db_sync")
        .ok();
  }

  private static ServiceProcess start(String program, int port, Map<String, String> more) {
    Map<String, String> environment = node.services(port);
    environment.putAll(more);
    return ServiceProcess.start(
        program, node.ini(program + ".conf"), port, node.log(program), environment);
  }
}
