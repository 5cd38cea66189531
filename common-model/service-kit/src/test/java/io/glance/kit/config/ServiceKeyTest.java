package io.glance.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.glance.kit.config.option.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceKeyTest {
  private static final String KEY = "0123456789abcdef";

  @TempDir Path directory;

  @Test
  void bothServicesDeriveTheSameKeyFromTheSamePassword() {
    Map<String, String> values = Map.of("keystone_authtoken.password", "openstack");

    assertThat(ServiceKey.of(IniSettings.of(Service.API, values)))
        .hasSize(32)
        .isEqualTo(ServiceKey.of(IniSettings.of(Service.REGISTRY, values)));
  }

  @Test
  void anotherSecretIsAnotherKey() {
    assertThat(key("keystone_authtoken.password", KEY))
        .isNotEqualTo(key("keystone_authtoken.password", KEY + "x"))
        .isNotEqualTo(key("service_context.key", KEY));
  }

  @Test
  void theKeyFileHoldsTheSameSecretAsTheKey() throws IOException {
    Path file = Files.writeString(directory.resolve("key"), KEY + "\n");

    assertThat(key("service_context.key_file", file.toString()))
        .isEqualTo(key("service_context.key", KEY));
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> key("service_context.key", "short"))
        .hasMessage("[service_context] key: needs at least 16 bytes");
  }

  @Test
  void aMissingKeyFileIsRefused() {
    String file = directory.resolve("none").toString();

    assertThatThrownBy(() -> key("service_context.key_file", file))
        .hasMessage("[service_context] key_file: cannot be read: " + file);
  }

  @Test
  void withoutASecretOnlyALoopbackServiceStarts() {
    assertThat(key("DEFAULT.bind_host", "127.0.0.1")).hasSize(32);
    assertThat(key("DEFAULT.bind_host", "::1")).hasSize(32);
    assertThatThrownBy(() -> ServiceKey.of(IniSettings.of(Map.of())))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("[service_context] key: is not set");
  }

  private static byte[] key(String option, String value) {
    return ServiceKey.of(IniSettings.of(Map.of(option, value)));
  }
}
