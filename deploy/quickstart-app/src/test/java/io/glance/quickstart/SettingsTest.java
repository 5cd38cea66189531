package io.glance.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the quickstart takes from its environment and writes for the services. */
class SettingsTest {
  @TempDir Path root;

  @Test
  void portsComeFromTheEnvironmentOrTheirDefaults() {
    assertThat(Ports.of(Map.of("GLANCE_API_PORT", "8000"))).isEqualTo(new Ports(8000, 9191, 9306));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "99999999999", "http"})
  void aPortThatIsNoneIsNamed(String text) {
    Map<String, String> environment = Map.of("GLANCE_REGISTRY_PORT", text);
    assertThatThrownBy(() -> Ports.of(environment))
        .isInstanceOf(QuickstartException.class)
        .hasMessage("GLANCE_REGISTRY_PORT is not a port: " + text);
  }

  @Test
  void aBusyPortIsNamedWithItsVariable() throws IOException {
    try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = new Ports(busy.getLocalPort(), 1, 1);
      assertThatThrownBy(ports::requireApiFree)
          .isInstanceOf(QuickstartException.class)
          .hasMessageContaining("port " + busy.getLocalPort())
          .hasMessageContaining("GLANCE_API_PORT=");
    }
  }

  @Test
  void aDatabaseOfTheUserIsWrittenAsGlanceHasIt() {
    DatabaseUrl url =
        DatabaseUrl.of(
                Map.of(
                    "GLANCE_JDBC_URL", "jdbc:mysql://db.example:3307/images?useSSL=false",
                    "GLANCE_JDBC_USER", "me",
                    "GLANCE_JDBC_PASSWORD", "p@ss /w+rd"))
            .orElseThrow();
    assertThat(url.sqlAlchemy())
        .isEqualTo("mysql+pymysql://me:p%40ss%20%2Fw%2Brd@db.example:3307/images");
    assertThat(url.toString()).doesNotContain("p@ss");
    assertThat(DatabaseUrl.of(Map.of())).isEmpty();
  }

  @Test
  void anotherDatabasesUrlIsRefused() {
    Map<String, String> environment = Map.of("GLANCE_JDBC_URL", "jdbc:postgresql://h/d");
    assertThatThrownBy(() -> DatabaseUrl.of(environment))
        .isInstanceOf(QuickstartException.class)
        .hasMessageContaining("GLANCE_JDBC_URL");
  }

  @Test
  void bothServicesShareOneKeyThatStays() throws IOException {
    Place place = new Place(root);
    Files.createDirectories(place.run());
    Configuration configuration = new Configuration(place, new Ports(1, 2, 3));
    configuration.write("mysql+pymysql://u:p@h/d");
    String registry = Files.readString(configuration.registryFile());
    String key =
        registry.lines().filter(line -> line.startsWith("key = ")).findFirst().orElseThrow();
    configuration.write("mysql+pymysql://u:p@h/d");
    assertThat(Files.readString(configuration.apiFile())).contains(key);
    assertThat(Files.readString(configuration.registryFile())).isEqualTo(registry);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(configuration.apiFile())))
        .isEqualTo("rw-------");
  }
}
