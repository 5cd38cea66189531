package io.glance.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.glance.kit.config.option.OptionCatalog;
import io.glance.kit.config.option.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {
  // CFG-11
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DEFAULT|bind_port|abc|is not an integer",
        "DEFAULT|bind_port|65536|must be at most 65535",
        "DEFAULT|limit_param_default|0|must be at least 1",
        "DEFAULT|image_size_cap|0|must be at least 1",
        "DEFAULT|show_image_direct_url|maybe|is not a boolean",
        "DEFAULT|property_protection_rule_format|users|must be one of roles, policies",
        "DEFAULT|user_storage_quota|1XB|is not a size",
        "DEFAULT|user_storage_quota|-1|is not a size",
        "DEFAULT|enabled_import_methods|[glance-direct,teleport]|'teleport' is unknown",
        "DEFAULT|enabled_import_methods|[glance-direct|doesn't end with ']'",
        "DEFAULT|enabled_backends|fast|is not a dictionary",
        "DEFAULT|enabled_backends|os_glance_fast:file|reserved for internal stores",
        "glance_store|default_backend|slow|'slow' is not among enabled_backends",
        "registry_client|port|0|must be at least 1",
      })
  void aBadValueIsRefusedByFileLineSectionAndOption(
      String section, String option, String value, String problem) {
    List<String> lines =
        List.of(
            "[DEFAULT]",
            "enabled_backends = fast:file",
            "[glance_store]",
            "default_backend = fast",
            "[" + section + "]",
            option + " = " + value);

    assertThatThrownBy(() -> check("/etc/glance/glance-api.conf", lines))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("[" + section + "] " + option + ": ")
        .hasMessageContaining(problem)
        .hasMessageContaining("(/etc/glance/glance-api.conf:6)");
  }

  // CFG-11
  @Test
  void enabledBackendsNeedADefault() {
    assertThatThrownBy(() -> check("f", List.of("[DEFAULT]", "enabled_backends = fast:file")))
        .hasMessage("[glance_store] default_backend: must be set where enabled_backends is");
  }

  @Test
  void aRefusalNeverShowsTheValueOfASecret() {
    assertThatThrownBy(() -> DatabaseUrl.parse("mysql+pymysql://glance:CANARY"))
        .isInstanceOf(SettingsException.class)
        .hasMessageNotContaining("CANARY");
  }

  @Test
  void aKnownOptionWithoutEffectIsWarnedAboutByName() {
    assertThat(check("f", List.of("[DEFAULT]", "metadata_encryption_key = CANARY")))
        .containsExactly(
            "[DEFAULT] metadata_encryption_key (f:2) is known but has no effect in this service");
  }

  // CFG-02
  @Test
  void optionsOfOlderReleasesAreAcceptedSilently() {
    List<String> lines =
        List.of(
            "[DEFAULT]",
            "bind_host = 0.0.0.0",
            "bind_port = 9292",
            "backlog = 4096",
            "workers = 4",
            "tcp_keepidle = 600",
            "http_keepalive = True",
            "client_socket_timeout = 900",
            "max_header_line = 16384",
            "task_pool_threads = 16",
            "cert_file = /c",
            "key_file = /k",
            "secure_proxy_ssl_header = X",
            "data_api = glance.db.registry.api",
            "enable_v1_registry = False",
            "enable_v2_registry = True",
            "enable_v2_api = True",
            "registry_host = 127.0.0.1",
            "registry_port = 9191",
            "registry_client_protocol = http",
            "registry_client_timeout = 600",
            "owner_is_tenant = True",
            "admin_role = admin",
            "allow_additional_image_properties = True",
            "enforce_secure_rbac = False");

    assertThat(check("f", lines)).isEmpty();
  }

  @Test
  void anUnknownOptionIsNobodysBusiness() {
    assertThatCode(() -> check("f", List.of("[DEFAULT]", "no_such_thing = 1", "[mine]", "a = b")))
        .doesNotThrowAnyException();
  }

  @Test
  void aBadValueInTheEnvironmentNamesTheVariable() {
    SettingValues values = new SettingValues(Map.of("OS_DEFAULT__BIND_PORT", "abc"));
    SettingsCheck check = new SettingsCheck(new IniSettings(OptionCatalog.of(Service.API), values));

    assertThatThrownBy(check::run)
        .hasMessage(
            "[DEFAULT] bind_port: is not an integer (environment variable OS_DEFAULT__BIND_PORT)");
  }

  private static List<String> check(String file, List<String> lines) {
    SettingValues values = new SettingValues(Map.of());
    values.add(file, IniParser.parse(file, lines));
    return new SettingsCheck(new IniSettings(OptionCatalog.of(Service.API), values)).run();
  }
}
