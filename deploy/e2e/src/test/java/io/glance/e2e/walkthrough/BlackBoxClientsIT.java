package io.glance.e2e.walkthrough;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.glance.e2e.client.Persona;
import io.glance.e2e.target.Auth;
import io.glance.e2e.target.Profile;
import io.glance.e2e.target.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The real clients at the Glance under test, where that has a Keystone. */
@EnabledIfSystemProperty(named = "glance.backends", matches = "true")
class BlackBoxClientsIT {
  @TempDir private Path directory;
  private ClientSteps clients;

  @BeforeEach
  void findKeystone() throws IOException {
    Target target = Target.of(Profile.MAIN);
    assumeTrue(target.auth() == Auth.KEYSTONE, "the clients need a Keystone");
    Map<String, String> environment =
        ClientSteps.at(
            System.getProperty("glance.keystone.url", "http://127.0.0.1:5000"),
            System.getProperty("glance.keystone.password", "secret"));
    environment.put("OS_CLIENT_CONFIG_FILE", clouds(environment, target.url()).toString());
    environment.put("OS_IMAGE_URL", target.url().toString());
    clients = new ClientSteps(environment, directory, "e2e-" + UUID.randomUUID());
  }

  /** The catalogue may name another Glance: for openstack only a file says it better. */
  private Path clouds(Map<String, String> environment, URI glance) throws IOException {
    StringBuilder yaml = new StringBuilder("clouds:\n");
    for (Persona persona : List.of(Persona.ADMIN, Persona.MEMBER, Persona.OTHER)) {
      yaml.append(
          """
            %1$s:
              auth: {auth_url: "%3$s", username: %1$s, password: "%4$s", project_name: %2$s,
                     user_domain_id: default, project_domain_id: default}
              region_name: RegionOne
              image_endpoint_override: %5$s
          """
              .indent(2)
              .formatted(
                  persona.account()[0],
                  persona.account()[1],
                  environment.get("OS_AUTH_URL"),
                  environment.get("OS_PASSWORD"),
                  glance));
    }
    return Files.writeString(directory.resolve("clouds.yaml"), yaml);
  }

  @AfterEach
  void cleanUp() {
    if (clients != null) {
      clients.cleanUp();
    }
  }

  @Test
  @DisplayName("Walk-through 6-8: openstack creates, lists, shows, protects, saves and deletes")
  void openstackLeadsAnImageThroughItsLife() {
    clients.imageLife();
  }

  @Test
  @DisplayName("MEM: openstack shares an image between projects")
  void openstackShares() {
    clients.sharing();
  }

  @Test
  @DisplayName("The same through glance")
  void glanceDoesTheSame() {
    clients.glanceClient();
  }
}
