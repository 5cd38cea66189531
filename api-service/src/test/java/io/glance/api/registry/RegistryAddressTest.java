package io.glance.api.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.glance.kit.config.IniSettings;
import io.glance.kit.config.SettingsException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryAddressTest {
  @Test
  void theRegistryIsOnThisMachineWhereNothingElseIsSaid() {
    RegistryAddress address = RegistryAddress.of(IniSettings.of(Map.of()));

    assertThat(address)
        .isEqualTo(
            new RegistryAddress(
                URI.create("http://127.0.0.1:9191"),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                null,
                false));
  }

  // CFG-02
  @Test
  void glancesOlderNamesSayItToo() {
    RegistryAddress address =
        RegistryAddress.of(
            IniSettings.of(
                Map.of(
                    "DEFAULT.registry_host", "::1",
                    "DEFAULT.registry_port", "9999",
                    "DEFAULT.registry_client_protocol", "https",
                    "DEFAULT.registry_client_timeout", "600",
                    "DEFAULT.registry_client_insecure", "True")));

    assertThat(address.uri()).isEqualTo(URI.create("https://[::1]:9999"));
    assertThat(address.timeout()).isEqualTo(Duration.ofMinutes(10));
    assertThat(address.insecure()).isTrue();
  }

  @Test
  void aMissingAuthorityFileIsRefusedByOption() {
    assertThatThrownBy(
            () ->
                RegistryAddress.of(IniSettings.of(Map.of("registry_client.ca_file", "/none.pem"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("[registry_client] ca_file: /none.pem can't be read");
  }
}
