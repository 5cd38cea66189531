package io.glance.kit.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ini file as oslo.config does: sections, {@code key = value} or {@code key: value},
 * indented continuation lines, whole-line comments with {@code #} or {@code ;}, keys that stand
 * several times, values in one pair of quotes.
 *
 * <p>Source: oslo_config/iniparser.py.
 */
final class IniParser {
  /**
   * One assignment.
   *
   * @param key with {@code -} turned to {@code _}
   * @param line of the key, from 1
   */
  record Assignment(String section, String key, String value, int line) {}

  private final String file;
  private final List<Assignment> found = new ArrayList<>();
  private @Nullable String section;
  private @Nullable String key;
  private final StringBuilder value = new StringBuilder();
  private int keyLine;
  private int line;

  private IniParser(String file) {
    this.file = file;
  }

  /** The assignments of a file, in its order. */
  static List<Assignment> parse(Path file) {
    try {
      return parse(file.toString(), Files.readAllLines(file));
    } catch (IOException e) {
      throw new SettingsException("Cannot read configuration file " + file);
    }
  }

  static List<Assignment> parse(String file, List<String> lines) {
    IniParser parser = new IniParser(file);
    lines.forEach(parser::read);
    parser.finish();
    return List.copyOf(parser.found);
  }

  private void read(String raw) {
    line++;
    String text = raw.stripTrailing();
    if (text.isEmpty()) {
      finish();
    } else if (text.startsWith(" ") || text.startsWith("\t")) {
      if (key == null) {
        throw broken("unexpected continuation line");
      }
      value.append('\n').append(text.stripLeading());
    } else {
      finish();
      start(text);
    }
  }

  private void start(String text) {
    char first = text.charAt(0);
    if (first == '#' || first == ';') {
      return;
    }
    if (first == '[') {
      if (!text.endsWith("]") || text.length() < 3) {
        throw broken("invalid section header");
      }
      section = text.substring(1, text.length() - 1);
      return;
    }
    int end = separator(text);
    if (end < 0) {
      throw broken("no ':' or '=' found in assignment");
    }
    String name = text.substring(0, end).strip();
    if (name.isEmpty()) {
      throw broken("the name of the option is missing");
    }
    if (section == null) {
      throw broken("option outside any section");
    }
    key = name.replace('-', '_');
    keyLine = line;
    value.append(unquoted(text.substring(end + 1).strip()));
  }

  private static int separator(String text) {
    int colon = text.indexOf(':');
    int equal = text.indexOf('=');
    return colon < 0 || (equal >= 0 && equal < colon) ? equal : colon;
  }

  private static String unquoted(String text) {
    int last = text.length() - 1;
    boolean quoted =
        last > 0
            && text.charAt(0) == text.charAt(last)
            && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    return quoted ? text.substring(1, last) : text;
  }

  private void finish() {
    if (key != null && section != null) {
      found.add(new Assignment(section, key, value.toString(), keyLine));
    }
    key = null;
    value.setLength(0);
  }

  private SettingsException broken(String problem) {
    return new SettingsException(
        "Cannot read configuration file " + file + ", line " + line + ": " + problem);
  }
}
