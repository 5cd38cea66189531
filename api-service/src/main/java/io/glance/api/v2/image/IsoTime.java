package io.glance.api.v2.image;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as filters take them: ISO 8601, from a bare year on, UTC where no offset is named. Source:
 * the package iso8601, behind oslo_utils.timeutils.parse_isotime.
 */
final class IsoTime {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?|(\\d{2})(\\d{2}))?"
              + "(?:[ T](\\d{1,2}):?(\\d{1,2})(?::?(\\d{1,2})(?:[.,](\\d{1,9})\\d*)?)?"
              + "(Z|([+-])(\\d{2}):?(\\d{2})?)?)?");

  private IsoTime() {}

  /** The time; empty where the text is none. */
  static Optional<Instant> parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(m.group(1), 1),
              number(m.group(2) != null ? m.group(2) : m.group(4), 1),
              number(m.group(3) != null ? m.group(3) : m.group(5), 1),
              number(m.group(6), 0),
              number(m.group(7), 0),
              number(m.group(8), 0),
              nanos(m.group(9)));
      return Optional.of(local.toInstant(offset(m)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ZoneOffset offset(Matcher m) {
    String sign = m.group(11);
    if (sign == null) {
      return ZoneOffset.UTC;
    }
    int factor = sign.equals("-") ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(
        factor * number(m.group(12), 0), factor * number(m.group(13), 0));
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }
}
