package io.glance.kit.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A text with places {@code %(key)s} that the target fills. */
record Template(List<Part> parts) {

  /** A stretch of text, or the name of a target's attribute. */
  record Part(String text, boolean attribute) {}

  Template {
    parts = List.copyOf(parts);
  }

  /** Parses Python's {@code %} formatting as far as policies use it. */
  static Template of(String text) {
    List<Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '%') {
        plain.append(c);
        at++;
      } else if (text.startsWith("%%", at)) {
        plain.append('%');
        at += 2;
      } else {
        int end = text.startsWith("%(", at) ? text.indexOf(")s", at) : -1;
        if (end < 0) {
          throw new RuleSyntaxException("'" + text + "' has a '%' that doesn't begin a '%(name)s'");
        }
        addText(parts, plain);
        parts.add(new Part(text.substring(at + 2, end), true));
        at = end + 2;
      }
    }
    addText(parts, plain);
    return new Template(parts);
  }

  private static void addText(List<Part> parts, StringBuilder plain) {
    if (!plain.isEmpty()) {
      parts.add(new Part(plain.toString(), false));
      plain.setLength(0);
    }
  }

  /** The text for a target; empty where the target lacks an attribute. */
  Optional<String> fill(Map<String, String> target) {
    if (parts.size() == 1) {
      Part part = parts.get(0);
      return part.attribute()
          ? Optional.ofNullable(target.get(part.text()))
          : Optional.of(part.text());
    }
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      String text = part.attribute() ? target.get(part.text()) : part.text();
      if (text == null) {
        return Optional.empty();
      }
      filled.append(text);
    }
    return Optional.of(filled.toString());
  }
}
