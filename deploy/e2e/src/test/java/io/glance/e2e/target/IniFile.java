package io.glance.e2e.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** An ini file being put together. */
final class IniFile {
  private final Map<String, Map<String, String>> sections = new TreeMap<>();

  /** Sets {@code option, value, option, value} of a section. */
  IniFile set(String section, Object... optionsAndValues) {
    Map<String, String> options = sections.computeIfAbsent(section, s -> new LinkedHashMap<>());
    for (int i = 0; i < optionsAndValues.length; i += 2) {
      options.put(optionsAndValues[i].toString(), optionsAndValues[i + 1].toString());
    }
    return this;
  }

  /** Writes it; the directory is made where it is missing. */
  Path write(Path file) {
    StringBuilder text = new StringBuilder();
    sections.forEach(
        (name, options) -> {
          text.append('[').append(name).append("]\n");
          options.forEach((option, value) -> text.append(option + " = " + value + "\n"));
          text.append('\n');
        });
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
