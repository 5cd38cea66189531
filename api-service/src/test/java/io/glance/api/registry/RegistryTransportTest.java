package io.glance.api.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.glance.kit.config.IniSettings;
import io.glance.kit.config.SettingsException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryTransportTest {
  @Test
  void theRegistryIsOnThisMachineWhereNothingElseIsSaid() {
    RegistryTransport transport = RegistryTransport.of(IniSettings.of(Map.of()));

    assertThat(transport)
        .isEqualTo(new RegistryTransport(URI.create("http://127.0.0.1:9191"), 2, 10, false, null));
  }

  // CFG-02
  @Test
  void glancesOlderNamesSayItToo() {
    RegistryTransport transport =
        RegistryTransport.of(
            IniSettings.of(
                Map.of(
                    "DEFAULT.registry_host", "::1",
                    "DEFAULT.registry_port", "9999",
                    "DEFAULT.registry_client_protocol", "https",
                    "DEFAULT.registry_client_timeout", "600",
                    "DEFAULT.registry_client_insecure", "True")));

    assertThat(transport.uri()).isEqualTo(URI.create("https://[::1]:9999"));
    assertThat(transport.readSeconds()).isEqualTo(600);
    assertThat(transport.insecure()).isTrue();
  }

  @Test
  void aMissingAuthorityFileIsRefusedByOption() {
    assertThatThrownBy(
            () ->
                RegistryTransport.of(
                    IniSettings.of(Map.of("registry_client.ca_file", "/none.pem"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("[registry_client] ca_file: /none.pem can't be read");
  }
}
