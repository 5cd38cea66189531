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

class SettingsFilesTest {
  @TempDir Path directory;

  @Test
  void readsFilesInTheirOrderThenDirectoriesByName() throws IOException {
    Path first =
        write("a.conf", "image_tag_quota = 1\nimage_member_quota = 1\nlimit_param_default = 1");
    Path second = write("b.conf", "image_tag_quota = 2\nimage_member_quota = 2");
    Path conf = Files.createDirectory(directory.resolve("conf.d"));
    write("conf.d/20.conf", "image_member_quota = 20");
    write("conf.d/10.conf", "image_member_quota = 10");
    write("conf.d/30.txt", "image_member_quota = 30");

    IniSettings settings =
        load(Map.of("glance.config-file", first + "," + second, "glance.config-dir", conf + ""));

    assertThat(settings.integer("DEFAULT", "limit_param_default")).isEqualTo(1);
    assertThat(settings.integer("DEFAULT", "image_tag_quota")).isEqualTo(2);
    assertThat(settings.integer("DEFAULT", "image_member_quota")).isEqualTo(20);
  }

  @Test
  void aPropertySetsOneOptionAboveFiles() throws IOException {
    Path file = write("a.conf", "image_tag_quota = 1");

    IniSettings settings =
        load(
            Map.of(
                "glance.config-file",
                file.toString(),
                "glance.ini.DEFAULT.image_tag_quota",
                "7",
                "glance.ini.fast.filesystem_store_datadir",
                "/srv"));

    assertThat(settings.integer("DEFAULT", "image_tag_quota")).isEqualTo(7);
    assertThat(settings.raw("fast", "filesystem_store_datadir")).contains("/srv");
  }

  @Test
  void aMissingFileIsRefusedByName() {
    Path missing = directory.resolve("missing.conf");

    assertThatThrownBy(() -> load(Map.of("glance.config-file", missing.toString())))
        .isInstanceOf(SettingsException.class)
        .hasMessage("Cannot read configuration file " + missing);
  }

  @Test
  void aMissingDirectoryIsRefusedByName() {
    Path missing = directory.resolve("missing.d");

    assertThatThrownBy(() -> load(Map.of("glance.config-dir", missing.toString())))
        .isInstanceOf(SettingsException.class)
        .hasMessage("Cannot read configuration directory " + missing);
  }

  @Test
  void aRefusalHasNoStackTrace() {
    assertThat(new SettingsException("DEFAULT", "x", "is wrong"))
        .hasMessage("[DEFAULT] x: is wrong")
        .satisfies(refusal -> assertThat(refusal.getStackTrace()).isEmpty());
  }

  private IniSettings load(Map<String, String> properties) {
    return SettingsFiles.load(Service.API, properties::get, properties.keySet(), Map.of());
  }

  private Path write(String name, String options) throws IOException {
    return Files.writeString(directory.resolve(name), "[DEFAULT]\n" + options + "\n");
  }
}
