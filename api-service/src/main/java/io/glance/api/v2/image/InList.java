package io.glance.api.v2.image;

import io.glance.model.error.GlanceException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values after {@code in:}: separated by commas, in double quotes where one contains a comma
 * (LIST-14). Source: glance/common/utils.py {@code split_filter_value_for_quotes}.
 */
final class InList {
  private static final Pattern ITEM =
      Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\",?|([^,]+),?|,");

  private static final int MOST = 1000;

  private InList() {}

  /** The values in order. BAD_REQUEST for quotes that don't pair and for too many (SEC-46). */
  static List<String> parse(String text) {
    checkQuotes(text);
    List<String> values = new ArrayList<>();
    Matcher matcher = ITEM.matcher(text);
    while (matcher.find()) {
      if (values.size() == MOST) {
        throw GlanceException.badRequest("A filter takes at most " + MOST + " values after in:.");
      }
      String quoted = matcher.group(1);
      String plain = matcher.group(2);
      values.add(quoted != null && !quoted.isEmpty() ? quoted : plain == null ? "" : plain);
    }
    return values;
  }

  private static void checkQuotes(String text) {
    boolean outside = true;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '"' || (i > 0 && text.charAt(i - 1) == '\\')) {
        continue;
      }
      if (outside && i > 0 && text.charAt(i - 1) != ',') {
        throw invalid(text, "There is no comma before opening quotation mark.");
      }
      if (!outside && i + 1 < text.length() && text.charAt(i + 1) != ',') {
        throw invalid(text, "There is no comma after closing quotation mark.");
      }
      outside = !outside;
    }
    if (!outside) {
      throw invalid(text, "The quote is not closed.");
    }
  }

  private static GlanceException invalid(String text, String why) {
    return GlanceException.badRequest("Invalid filter value " + text + ". " + why);
  }
}
