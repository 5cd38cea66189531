package io.glance.kit.config;

import io.glance.kit.config.option.OptionCatalog;
import io.glance.kit.config.option.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which sources the settings come from.
 *
 * <p>The properties {@code glance.config-file} and {@code glance.config-dir} (comma separated; the
 * commands set them from {@code --config-file} and {@code --config-dir}, or from what {@code
 * /etc/glance} has) name the files; the environment variables {@code OS_<SECTION>__<OPTION>} win
 * over files, and properties {@code glance.ini.<section>.<option>} win over both.
 */
public final class SettingsFiles {
  /** Property: the files, later ones win. */
  public static final String CONFIG_FILE = "glance.config-file";

  /** Property: directories whose {@code *.conf} are read after the files, in order of name. */
  public static final String CONFIG_DIR = "glance.config-dir";

  /** Prefix of properties that set one option. */
  public static final String INLINE = "glance.ini.";

  private SettingsFiles() {}

  /**
   * The settings of a service.
   *
   * @param property looks a property up; null where it is unset
   * @param names of all properties, for those with the prefix {@link #INLINE}
   */
  public static IniSettings load(
      Service service,
      Function<String, @Nullable String> property,
      Iterable<String> names,
      Map<String, String> environment) {
    SettingValues values = new SettingValues(environment);
    for (Path file : files(property)) {
      values.add(file.toString(), IniParser.parse(file));
    }
    for (String name : names) {
      int dot = name.lastIndexOf('.');
      String text = name.startsWith(INLINE) ? property.apply(name) : null;
      if (text != null && dot > INLINE.length()) {
        values.override(
            name.substring(INLINE.length(), dot),
            name.substring(dot + 1),
            text,
            "property " + name);
      }
    }
    return new IniSettings(OptionCatalog.of(service), values);
  }

  /**
   * Where files named by a setting without a directory are sought, the first first: the given
   * directories, those of the given files, and {@code /etc/glance}.
   */
  public static List<Path> directories(Function<String, @Nullable String> property) {
    List<Path> directories = new ArrayList<>(paths(property.apply(CONFIG_DIR)));
    for (Path file : paths(property.apply(CONFIG_FILE))) {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        directories.add(parent);
      }
    }
    directories.add(Path.of("/etc/glance"));
    return directories.stream().distinct().toList();
  }

  private static List<Path> files(Function<String, @Nullable String> property) {
    List<Path> files = new ArrayList<>(paths(property.apply(CONFIG_FILE)));
    for (Path directory : paths(property.apply(CONFIG_DIR))) {
      try (Stream<Path> entries = Files.list(directory)) {
        entries
            .filter(each -> each.getFileName().toString().endsWith(".conf"))
            .sorted()
            .forEach(files::add);
      } catch (IOException e) {
        throw new SettingsException("Cannot read configuration directory " + directory);
      }
    }
    return files;
  }

  private static List<Path> paths(@Nullable String joined) {
    return joined == null
        ? List.of()
        : Arrays.stream(joined.split(","))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .map(Path::of)
            .toList();
  }
}
