package io.glance.api.v2.image;

import io.glance.model.error.GlanceException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which texts the tables of Glance can hold (ERR-11, IMG-13, PATCH-19). */
final class Texts {
  private static final int LONGEST_NAME = 255;
  private static final int MOST_BYTES = 65_535;
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private Texts() {}

  /** Checks an attribute's value. */
  static void requireStorable(String attribute, String value) {
    if (hasFourBytes(value)) {
      throw GlanceException.badRequest(
          titled(attribute) + " can't contain 4 byte unicode characters.");
    }
  }

  /** Checks an extra property. */
  static void requireProperty(String name, String value) {
    requirePropertyName(name);
    requireStorable(name, value);
    if (value.length() * 3L > MOST_BYTES
        && value.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw GlanceException.badRequest(
          "The value of a custom property should not be greater than " + MOST_BYTES + " bytes.");
    }
  }

  /** Checks the name of an extra property. */
  static void requirePropertyName(String name) {
    if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
      throw GlanceException.badRequest(
          "Custom property should not be greater than 255 characters.");
    }
    if (hasFourBytes(name)) {
      throw GlanceException.badRequest("Property names can't contain 4 byte unicode.");
    }
  }

  private static boolean hasFourBytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Python's {@code str.title}. */
  private static String titled(String attribute) {
    return WORD.matcher(attribute)
        .replaceAll(
            word ->
                Character.toTitleCase(word.group().charAt(0))
                    + word.group().substring(1).toLowerCase(Locale.ROOT));
  }
}
