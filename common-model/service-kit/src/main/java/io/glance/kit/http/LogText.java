package io.glance.kit.http;

import org.jspecify.annotations.Nullable;

/** Text of clients in log lines. */
public final class LogText {
  private LogText() {}

  /**
   * The text with everything that could end a line or steer a terminal written as {@code \}{@code
   * uXXXX}, so that nobody can forge a line of the log.
   *
   * @param text null reads as {@code null}
   */
  public static String oneLine(@Nullable String text) {
    String given = String.valueOf(text);
    StringBuilder out = new StringBuilder(given.length());
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
