package io.glance.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// CFG-08
class DatabaseUrlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mysql+pymysql://glance:openstack@controller/glance|controller:3306/glance|glance|openstack",
        "mysql://g:p@h:3307/db|h:3307/db|g|p",
        "mysql+mysqldb://g:p%40ss%3A%2F@h/db|h:3306/db|g|p@ss:/",
        "mariadb+pymysql://g:a+b@h/db?charset=utf8mb4|h:3306/db|g|a+b",
        "mysql+pymysql://g:a:b@h/db|h:3306/db|g|a:b",
        "mysql+pymysql://g@h/db|h:3306/db|g|",
        "mysql+pymysql://g:p@[::1]:3306/db|[::1]:3306/db|g|p",
      })
  void readsSqlAlchemysForm(String text, String place, String user, String password) {
    DatabaseUrl url = DatabaseUrl.parse(text);

    assertThat(url.jdbcUrl()).isEqualTo("jdbc:mysql://" + place + "?connectionTimeZone=UTC");
    assertThat(url.user()).isEqualTo(user);
    assertThat(url.password()).isEqualTo(password);
  }

  @ParameterizedTest
  @CsvSource({
    "ssl=true, sslMode=REQUIRED",
    "ssl_disabled=True, sslMode=DISABLED",
    "ssl_verify_identity=true, sslMode=VERIFY_IDENTITY",
    "sslmode=verify_ca, sslMode=VERIFY_CA",
    "connect_timeout=5, connectTimeout=5000",
    "allowPublicKeyRetrieval=true, allowPublicKeyRetrieval=true",
  })
  void translatesParameters(String given, String expected) {
    assertThat(DatabaseUrl.parse("mysql+pymysql://g:p@h/db?" + given).jdbcUrl())
        .endsWith("&" + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqlite:////var/lib/glance/glance.sqlite|must have the form",
        "postgresql://g:CANARY@h/db|MySQL or MariaDB",
        "mysql+pymysql://g:CANARY@h|must have the form",
        "mysql+pymysql://g:CANARY@x@h/db|must have the form",
        "mysql+pymysql://g:CANARY@/db?unix_socket=/run/mysqld.sock|unix_socket is not possible",
        "mysql+pymysql://g:CANARY@h/db?ssl_ca=/ca.pem|PEM file",
      })
  void refusesWhatItCannotReachWithoutShowingThePassword(String text, String problem) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("[database] connection: ")
        .hasMessageContaining(problem)
        .hasMessageNotContaining("CANARY");
  }

  @Test
  void aMissingConnectionIsRefusedByName() {
    assertThatThrownBy(() -> DatabaseUrl.of(IniSettings.of(Map.of())))
        .hasMessage("[database] connection: is not set");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://h/db?user=g&password=CANARY",
        "jdbc:mysql://g:CANARY@h/db",
        "jdbc:mysql://g:x/CANARY@h/db",
        "jdbc:mysql://g:x?CANARY@h/db",
        "jdbc:mysql://address=(host=h)(password=CANARY)/db",
        "mysql+pymysql://g:p@h/db?trustCertificateKeyStorePassword=CANARY",
      })
  void printingItShowsNoPasswordWhereverItStands(String text) {
    assertThat(DatabaseUrl.parse(text).toString())
        .doesNotContain("CANARY")
        .startsWith("DatabaseUrl[jdbc:mysql://");
  }

  @Test
  void printingItShowsTheServerAndTheDatabase() {
    assertThat(DatabaseUrl.parse("jdbc:mysql://h:3307/db?sslMode=REQUIRED"))
        .hasToString("DatabaseUrl[jdbc:mysql://h:3307/db?…]");
  }

  @Test
  void printingItShowsNoPassword() {
    assertThat(DatabaseUrl.parse("mysql+pymysql://g:CANARY@h/db").toString())
        .doesNotContain("CANARY");
  }
}
