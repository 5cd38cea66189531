package io.glance.registry.operator;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.glance.kit.config.SettingsException;
import io.glance.kit.identity.Flavor.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SEC-67, security-reliability.md 2.2: who may listen where. */
class ExposureCheckTest {
  @ParameterizedTest
  @CsvSource({
    "NONE, 0.0.0.0",
    "NONE, 192.0.2.1",
    "NONE, '::'",
    "TRUSTED, 0.0.0.0",
    "TRUSTED, not-a-host.invalid"
  })
  void strangersMayNotBeAdministrators(Kind identity, String host) {
    assertThatThrownBy(() -> ExposureCheck.check(identity, host, false))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("[paste_deploy] flavor")
        .hasMessageContaining("allow_insecure");
    assertThatCode(() -> ExposureCheck.check(identity, host, true)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 127.0.0.1",
    "NONE, localhost",
    "NONE, '::1'",
    "TRUSTED, 127.0.0.1",
    "KEYSTONE, 0.0.0.0",
    "OIDC, 0.0.0.0"
  })
  void loopbackAndRealAuthenticationAreFine(Kind identity, String host) {
    assertThatCode(() -> ExposureCheck.check(identity, host, false)).doesNotThrowAnyException();
  }
}
