package io.glance.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.glance.kit.config.option.Service;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePropertiesTest {
  private static final String CONNECTION = "mysql+pymysql://glance:openstack@controller/glance";

  @Test
  void theRegistrysDataSourceFollowsFromTheConnection() {
    Map<String, String> properties =
        ServiceProperties.of(
            Service.REGISTRY,
            IniSettings.of(
                Service.REGISTRY,
                Map.of(
                    "database.connection", CONNECTION,
                    "database.max_pool_size", "3",
                    "database.max_overflow", "4",
                    "database.pool_timeout", "9")));

    assertThat(properties)
        .containsEntry(
            "quarkus.datasource.jdbc.url",
            "jdbc:mysql://controller:3306/glance?connectionTimeZone=UTC")
        .containsEntry("quarkus.datasource.username", "glance")
        .containsEntry("quarkus.datasource.password", "openstack")
        .containsEntry("quarkus.datasource.jdbc.max-size", "7")
        .containsEntry("quarkus.datasource.jdbc.acquisition-timeout", "9S")
        .containsEntry("quarkus.datasource.jdbc.max-lifetime", "3600S");
  }

  @Test
  void theApiHasNoDataSource() {
    assertThat(
            ServiceProperties.of(
                Service.API, IniSettings.of(Map.of("database.connection", CONNECTION))))
        .noneSatisfy((name, value) -> assertThat(name).startsWith("quarkus.datasource"));
  }

  @Test
  void onlyTheRealServiceListensEverywhereByDefault() {
    assertThat(ServiceProperties.of(Service.API, IniSettings.of(Map.of())))
        .containsEntry("%prod.quarkus.http.host", "0.0.0.0")
        .doesNotContainKeys("quarkus.http.host", "quarkus.http.port");
    assertThat(
            ServiceProperties.of(
                Service.API,
                IniSettings.of(
                    Map.of("DEFAULT.bind_host", "10.0.0.1", "DEFAULT.bind_port", "8080"))))
        .containsEntry("quarkus.http.host", "10.0.0.1")
        .containsEntry("quarkus.http.port", "8080");
  }

  @Test
  void tlsTakesThePortAndClosesThePlainOne() {
    assertThat(
            ServiceProperties.of(
                Service.API,
                IniSettings.of(
                    Map.of("DEFAULT.cert_file", "/c.pem", "DEFAULT.key_file", "/k.pem"))))
        .containsEntry("quarkus.http.ssl.certificate.files", "/c.pem")
        .containsEntry("quarkus.http.ssl.certificate.key-files", "/k.pem")
        .containsEntry("quarkus.http.ssl-port", "9292")
        .containsEntry("quarkus.http.insecure-requests", "disabled");
  }

  @Test
  void aCertificateNeedsItsKey() {
    assertThatThrownBy(
            () ->
                ServiceProperties.of(
                    Service.API, IniSettings.of(Map.of("DEFAULT.cert_file", "/c.pem"))))
        .hasMessage("[DEFAULT] key_file: is not set");
  }

  @Test
  void logsFollowOslosNames() {
    assertThat(ServiceProperties.of(Service.API, IniSettings.of(Map.of())))
        .containsEntry("quarkus.log.category.\"io.glance\".level", "INFO")
        .containsEntry("quarkus.log.console.json.enabled", "false")
        .doesNotContainKey("quarkus.log.file.path");
    assertThat(
            ServiceProperties.of(
                Service.API,
                IniSettings.of(
                    Map.of(
                        "DEFAULT.debug", "True",
                        "DEFAULT.use_json", "True",
                        "DEFAULT.log_dir", "/var/log/glance",
                        "DEFAULT.log_file", "api.log"))))
        .containsEntry("quarkus.log.category.\"io.glance\".level", "DEBUG")
        .containsEntry("quarkus.log.console.json.enabled", "true")
        .containsEntry("quarkus.log.file.path", "/var/log/glance/api.log");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a${b}c", "$HOME", "back\\slash", "comma,percent%25"})
  void aPasswordReachesQuarkusAsItWasWritten(String password) {
    Map<String, String> properties =
        ServiceProperties.of(
            Service.REGISTRY,
            IniSettings.of(
                Service.REGISTRY,
                Map.of(
                    "database.connection",
                    "mysql://g:" + password.replace("%", "%25").replace("$", "$$") + "@h/d")));
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new PropertiesConfigSource(properties, "test", 100))
            .build();

    assertThat(config.getRawValue("quarkus.datasource.password")).isNotNull();
    assertThat(config.getValue("quarkus.datasource.password", String.class)).isEqualTo(password);
  }
}
