package io.glance.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.glance.kit.config.option.OptionCatalog;
import io.glance.kit.config.option.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IniSettingsTest {
  @Test
  void laterFileWinsAndEnvironmentWinsOverFiles() {
    List<String> first = List.of("[DEFAULT]", "image_tag_quota = 1", "image_member_quota = 1");
    List<String> second = List.of("[DEFAULT]", "image_tag_quota = 2", "image_member_quota = 2");
    IniSettings settings = settings(Map.of("OS_DEFAULT__IMAGE_MEMBER_QUOTA", "3"), first, second);

    assertThat(settings.integer("DEFAULT", "image_tag_quota")).isEqualTo(2);
    assertThat(settings.integer("DEFAULT", "image_member_quota")).isEqualTo(3);
    assertThat(settings.integer("DEFAULT", "image_property_quota")).isEqualTo(128);
  }

  @Test
  void anOldNameInALaterFileWinsOverTheNewNameInAnEarlierOne() {
    List<String> first = List.of("[registry_client]", "host = new");
    List<String> second = List.of("[DEFAULT]", "registry_host = old");

    assertThat(settings(Map.of(), first, second).text("registry_client", "host")).contains("old");
    assertThat(settings(Map.of(), second, first).text("registry_client", "host")).contains("new");
    assertThat(settings(Map.of(), second).text("DEFAULT", "registry_host")).contains("old");
  }

  @Test
  void newNameWinsOverOldNameInOneFile() {
    List<String> file =
        List.of("[keystone_authtoken]", "www_authenticate_uri = new", "auth_uri = old");

    assertThat(settings(Map.of(), file).text("keystone_authtoken", "www_authenticate_uri"))
        .contains("new");
  }

  @Test
  void environmentSetsAnOldNameToo() {
    IniSettings settings = settings(Map.of("OS_KEYSTONE_AUTHTOKEN__AUTH_URI", "http://k:5000"));

    assertThat(settings.text("keystone_authtoken", "www_authenticate_uri"))
        .contains("http://k:5000");
    assertThat(settings.isSet("keystone_authtoken", "www_authenticate_uri")).isTrue();
  }

  @Test
  void multiValuesOfAllFilesStandInOrder() {
    List<String> first = List.of("[fast]", "filesystem_store_datadirs = /a:1");
    List<String> second =
        List.of("[fast]", "filesystem_store_datadirs = /b:2", "filesystem_store_datadirs = /c");
    IniSettings settings = settings(Map.of(), first, second);

    assertThat(settings.rawMulti("fast", "filesystem_store_datadirs"))
        .containsExactly("/a:1", "/b:2", "/c");
    assertThat(settings.raw("fast", "filesystem_store_datadirs")).contains("/c");
    assertThat(settings.sections()).containsExactly("fast");
  }

  @Test
  void multiOptionOfTheCatalogueHasItsDefaultUntilItIsSet() {
    assertThat(settings(Map.of()).multi("oslo_policy", "policy_dirs")).containsExactly("policy.d");
    assertThat(
            settings(Map.of(), List.of("[oslo_policy]", "policy_dirs = a", "policy_dirs = b"))
                .multi("oslo_policy", "policy_dirs"))
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$base/images|/srv/images",
        "${base}x|/srvx",
        "$DEFAULT.base/i|/srv/i",
        "$other.base/i|/opt/i",
        "$mine/i|/my/i",
        "$deep/i|/srv/deep/i",
        "a$$b|a$b",
        "a\\$base|a$base",
        "pa$unknown|pa$unknown",
        "5$|5$",
      })
  void interpolatesOptionsOfTheSameSectionDefaultAndOthers(String text, String expected) {
    List<String> file =
        List.of(
            "[DEFAULT]",
            "base = /srv",
            "deep = $base/deep",
            "[other]",
            "base = /opt",
            "[fast]",
            "mine = /my",
            "filesystem_store_datadir = " + text);

    assertThat(settings(Map.of(), file).raw("fast", "filesystem_store_datadir")).contains(expected);
  }

  @Test
  void interpolationOfItselfEnds() {
    List<String> file = List.of("[DEFAULT]", "public_endpoint = $public_endpoint");

    assertThat(settings(Map.of(), file).text("DEFAULT", "public_endpoint"))
        .contains("$public_endpoint");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "[a,b]", "a, b", "[ 'a' , \"b\" ]", "a,\nb", "a,b,"})
  void readsListsInBothNotations(String text) {
    assertThat(
            IniSettings.of(Map.of("DEFAULT.disabled_notifications", text))
                .list("DEFAULT", "disabled_notifications"))
        .containsExactly("a", "b");
  }

  @Test
  void readsDictionariesInTheirOrder() {
    assertThat(
            IniSettings.of(Map.of("DEFAULT.enabled_backends", "fast:file, cheap:file,web:http"))
                .dict("DEFAULT", "enabled_backends"))
        .containsExactly(
            Map.entry("fast", "file"), Map.entry("cheap", "file"), Map.entry("web", "http"));
  }

  @ParameterizedTest
  @CsvSource({"True,true", "1,true", "on,true", "YES,true", "False,false", "0,false", "no,false"})
  void readsBooleansByOslosWords(String text, boolean expected) {
    assertThat(IniSettings.of(Map.of("DEFAULT.debug", text)).flag("DEFAULT", "debug"))
        .isEqualTo(expected);
  }

  // QUO-05
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "100,100",
    "1B,1",
    "1KB,1024",
    "2MB,2097152",
    "1GB,1073741824",
    "1TB,1099511627776",
    "1.5KB,1536",
    "9223372036854775807,9223372036854775807",
    "1 gb,1073741824"
  })
  void readsSizesInStepsOf1024(String text, long expected) {
    assertThat(
            IniSettings.of(Map.of("DEFAULT.user_storage_quota", text))
                .size("DEFAULT", "user_storage_quota"))
        .isEqualTo(expected);
  }

  @Test
  void askingForAnOptionOutsideTheCatalogueIsAProgrammingError() {
    assertThatThrownBy(() -> IniSettings.of(Map.of()).text("DEFAULT", "no_such_option"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eachServiceHasItsOwnPort() {
    assertThat(IniSettings.of(Service.API, Map.of()).integer("DEFAULT", "bind_port"))
        .isEqualTo(9292);
    assertThat(IniSettings.of(Service.REGISTRY, Map.of()).integer("DEFAULT", "bind_port"))
        .isEqualTo(9191);
  }

  @SafeVarargs
  private static IniSettings settings(Map<String, String> environment, List<String>... files) {
    SettingValues values = new SettingValues(environment);
    int number = 0;
    for (List<String> lines : files) {
      String name = "file" + ++number;
      values.add(name, IniParser.parse(name, lines));
    }
    return new IniSettings(OptionCatalog.of(Service.API), values);
  }
}
