package io.glance.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.kit.config.option.Service;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The operator's two files work as they are. */
class WalkthroughFilesTest {
  // CFG-07, CFG-09, CFG-10
  @Test
  void apiFileIsReadAsItIs() throws URISyntaxException {
    IniSettings settings = load(Service.API, "glance-api.conf");

    assertThat(new SettingsCheck(settings).run()).isEmpty();
    assertThat(settings.list("glance_store", "stores")).containsExactly("file", "http");
    assertThat(settings.required("glance_store", "default_store")).isEqualTo("file");
    assertThat(settings.raw("glance_store", "filesystem_store_datadir"))
        .contains("/var/lib/glance/images/");
    assertThat(settings.text("keystone_authtoken", "www_authenticate_uri"))
        .contains("http://controller:5000");
    assertThat(settings.text("keystone_authtoken", "auth_url")).contains("http://controller:35357");
    assertThat(settings.list("keystone_authtoken", "memcached_servers"))
        .containsExactly("controller:11211");
    assertThat(settings.text("keystone_authtoken", "password")).contains("openstack");
    assertThat(settings.text("paste_deploy", "flavor")).contains("keystone");
  }

  // CFG-08
  @Test
  void registryFileIsReadAsItIs() throws URISyntaxException {
    IniSettings settings = load(Service.REGISTRY, "glance-registry.conf");

    assertThat(new SettingsCheck(settings).run()).isEmpty();
    assertThat(settings.text("database", "connection"))
        .contains("mysql+pymysql://glance:openstack@controller/glance");
    assertThat(settings.integer("DEFAULT", "bind_port")).isEqualTo(9191);
  }

  private static IniSettings load(Service service, String file) throws URISyntaxException {
    Path path =
        Path.of(
            Objects.requireNonNull(WalkthroughFilesTest.class.getResource("/walkthrough/" + file))
                .toURI());
    return SettingsFiles.load(
        service,
        name -> name.equals(SettingsFiles.CONFIG_FILE) ? path.toString() : null,
        List.of(),
        Map.of());
  }
}
