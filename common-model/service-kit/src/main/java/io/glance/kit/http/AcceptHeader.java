package io.glance.kit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a media type by the header {@code Accept}, with WebOb's answers to odd headers: one
 * that is not sent or is empty accepts nothing, one that can't be parsed accepts everything.
 */
public final class AcceptHeader {
  private static final Pattern ELEMENT =
      Pattern.compile(
          "([!#$%&'*+.^_`|~0-9A-Za-z-]+)/([!#$%&'*+.^_`|~0-9A-Za-z-]+)"
              + "((?:\\s*;\\s*(?![qQ]=)[^\\s;=,]+=(?:\"[^\"]*\"|[^\\s;,\"]+))*)"
              + "(?:\\s*;\\s*[qQ]=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)(?:\\s*;[^,]*)?)?");

  private AcceptHeader() {}

  /**
   * The offer that the client likes most; of equals the earlier one.
   *
   * @param header null where it was not sent
   * @param offers media types without parameters
   */
  public static Optional<String> best(@Nullable String header, List<String> offers) {
    if (header == null || header.isBlank()) {
      return Optional.empty();
    }
    if (header.startsWith(",")) {
      return offers.stream().findFirst();
    }
    List<Range> ranges = new ArrayList<>();
    for (String element : header.split(",", -1)) {
      if (element.isBlank()) {
        continue;
      }
      Matcher matcher = ELEMENT.matcher(element.strip());
      if (!matcher.matches()) {
        return offers.stream().findFirst();
      }
      ranges.add(Range.of(matcher));
    }
    String best = null;
    double most = 0;
    for (String offer : offers) {
      double quality = quality(offer, ranges);
      if (quality > most) {
        most = quality;
        best = offer;
      }
    }
    return Optional.ofNullable(best);
  }

  private static double quality(String offer, List<Range> ranges) {
    int bestMatch = 0;
    double quality = 0;
    for (Range range : ranges) {
      int match = range.match(offer);
      if (match > bestMatch) {
        bestMatch = match;
        quality = range.quality;
      }
    }
    return quality;
  }

  /** One media range; those with parameters match none of our offers, as these have none. */
  private record Range(String type, String subtype, boolean hasParameters, double quality) {
    static Range of(Matcher matcher) {
      String quality = matcher.group(4);
      return new Range(
          matcher.group(1).toLowerCase(Locale.ROOT),
          matcher.group(2).toLowerCase(Locale.ROOT),
          !matcher.group(3).isEmpty(),
          quality == null ? 1 : Double.parseDouble(quality));
    }

    /** How closely the range fits: 0 not at all, 3 exactly. */
    int match(String offer) {
      int slash = offer.indexOf('/');
      boolean sameType = offer.substring(0, slash).equals(type);
      if (sameType && offer.substring(slash + 1).equals(subtype)) {
        return hasParameters ? 0 : 3;
      }
      if (!subtype.equals("*")) {
        return 0;
      }
      return sameType ? 2 : type.equals("*") ? 1 : 0;
    }
  }
}
