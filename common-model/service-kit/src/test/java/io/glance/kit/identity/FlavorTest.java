package io.glance.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.glance.kit.config.SettingsException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** AUTH-01, AUTH-02: the names of the pipelines. */
class FlavorTest {
  @ParameterizedTest
  @CsvSource({
    "'', NONE, false, false",
    "none, NONE, false, false",
    "caching, NONE, true, false",
    "cachemanagement, NONE, true, true",
    "keystone, KEYSTONE, false, false",
    "' Keystone ', KEYSTONE, false, false",
    "keystone+caching, KEYSTONE, true, false",
    "keystone+cachemanagement, KEYSTONE, true, true",
    "trusted-auth, TRUSTED, false, false",
    "trusted-auth+cachemanagement, TRUSTED, true, true",
    "oidc+caching, OIDC, true, false"
  })
  void knownNames(String name, Flavor.Kind kind, boolean caching, boolean management) {
    assertThat(Flavor.parse(name)).isEqualTo(new Flavor(kind, caching, management));
  }

  @ParameterizedTest
  @ValueSource(strings = {"keystne", "keystone+", "+keystone", "keystone+caching+caching", "admin"})
  void unknownNamesStopTheStart(String name) {
    assertThatThrownBy(() -> Flavor.parse(name))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("[paste_deploy] flavor")
        .hasMessageContaining("'" + name + "'");
  }
}
