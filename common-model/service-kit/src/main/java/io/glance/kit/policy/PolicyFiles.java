package io.glance.kit.policy;

import io.glance.kit.config.SettingsException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The operator's policy file and the files of the policy directories, in the order in which they
 * override each other (POL-23). Any of them may be missing, and come later.
 *
 * @param file sought in the directories of the configuration where it is relative; a {@code
 *     policy.json} of old stands in for a missing {@code policy.yaml}
 * @param directories sought likewise
 * @param configDirectories the first that has the file counts
 */
record PolicyFiles(String file, List<String> directories, List<Path> configDirectories) {
  private static final String USUAL = "policy.yaml";
  private static final String JSON_OF_OLD = "policy.json";

  /** What a file looked like when it was read. */
  record Stamp(Path file, FileTime changed, long size) {}

  private Stream<Path> locate(String name) {
    Path path = Path.of(name);
    return path.isAbsolute()
        ? Stream.of(path).filter(Files::exists)
        : configDirectories.stream().map(each -> each.resolve(path)).filter(Files::exists).limit(1);
  }

  /** The state of the files on disk; another one asks for another reading. */
  List<Stamp> stamps() throws IOException {
    List<Stamp> stamps = new ArrayList<>();
    for (Path each : existing()) {
      stamps.add(new Stamp(each, Files.getLastModifiedTime(each), Files.size(each)));
    }
    return stamps;
  }

  /**
   * All rules, later files over earlier ones.
   *
   * @throws SettingsException naming file and rule, where one is broken
   */
  Map<String, Rule> read() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    try {
      for (Path each : existing()) {
        rules.putAll(read(each));
      }
    } catch (IOException e) {
      throw new SettingsException("the policy in " + file + " can't be read: " + e.getMessage());
    }
    return rules;
  }

  private List<Path> existing() throws IOException {
    List<Path> existing = new ArrayList<>();
    locate(file).forEach(existing::add);
    if (existing.isEmpty() && file.equals(USUAL)) {
      locate(JSON_OF_OLD).forEach(existing::add);
    }
    for (Path directory : directories.stream().flatMap(this::locate).toList()) {
      try (Stream<Path> entries = Files.list(directory)) {
        entries
            .filter(each -> !each.getFileName().toString().startsWith("."))
            .filter(Files::isRegularFile)
            .sorted()
            .forEach(existing::add);
      }
    }
    return existing;
  }

  /** JSON is a part of YAML, so one parser reads both. */
  private static Map<String, Rule> read(Path file) throws IOException {
    Object document;
    try (Reader reader = Files.newBufferedReader(file)) {
      document = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    } catch (YAMLException e) {
      throw new SettingsException(file + ": not YAML: " + e.getMessage());
    }
    if (document == null) {
      return Map.of();
    }
    if (!(document instanceof Map<?, ?> entries)) {
      throw new SettingsException(file + ": must map names of rules to checks");
    }
    Map<String, Rule> rules = new LinkedHashMap<>();
    entries.forEach((name, check) -> rules.put(String.valueOf(name), rule(file, name, check)));
    return rules;
  }

  private static Rule rule(Path file, Object name, Object check) {
    try {
      return RuleParser.parse(check);
    } catch (RuleSyntaxException e) {
      throw new SettingsException(file + ": rule '" + name + "': " + e.getMessage());
    }
  }
}
