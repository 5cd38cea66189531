package io.glance.api.data;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes a download wants: {@code Range}, or {@code Content-Range} as clients of old send it
 * (rows DOWN-03 to DOWN-06).
 *
 * @param range null where the header isn't there
 * @param contentRange null likewise; {@code range} wins
 */
public record RangeHeaders(@Nullable String range, @Nullable String contentRange) {
  private static final String DIGITS = "(\\d{1,18})";
  private static final Pattern RANGE =
      Pattern.compile(
          "bytes\\s*=\\s*(?:" + DIGITS + "\\s*-\\s*" + DIGITS + "?|-\\s*" + DIGITS + ")",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTENT_RANGE =
      Pattern.compile(
          "bytes " + DIGITS + "-" + DIGITS + "/(?:" + DIGITS + "|\\*)", Pattern.CASE_INSENSITIVE);

  /** Whether part of the image is asked for. */
  boolean isPartial() {
    return range != null || contentRange != null;
  }

  /**
   * The bytes asked for of an image of a size; the end is cut at the image's.
   *
   * @throws GlanceException BAD_REQUEST for several ranges, RANGE_NOT_SATISFIABLE
   */
  ByteRange of(long size) {
    if (range != null) {
      return ofRange(range.strip(), size);
    }
    return contentRange == null
        ? new ByteRange(0, size)
        : ofContentRange(contentRange.strip(), size);
  }

  private static ByteRange ofRange(String text, long size) {
    if (text.indexOf(',') >= 0) {
      throw GlanceException.badRequest(
          "Requests with multiple ranges are not supported in Glance. You may make multiple"
              + " single-range requests instead.");
    }
    Matcher matcher = RANGE.matcher(text);
    if (!matcher.matches()) {
      throw unsatisfiable("Invalid Range header.");
    }
    if (matcher.group(3) != null) {
      long suffix = Long.parseLong(matcher.group(3));
      long start = suffix == 0 || suffix >= size ? 0 : size - suffix;
      return within(start, size, size, "Range");
    }
    long start = Long.parseLong(matcher.group(1));
    long end = matcher.group(2) == null ? size : Long.parseLong(matcher.group(2)) + 1;
    if (end <= start && matcher.group(2) != null) {
      throw unsatisfiable("Invalid Range header.");
    }
    return within(start, Math.min(end, size), size, "Range");
  }

  private static ByteRange ofContentRange(String text, long size) {
    Matcher matcher = CONTENT_RANGE.matcher(text);
    if (!matcher.matches()) {
      throw unsatisfiable("Invalid Content-Range header.");
    }
    long start = Long.parseLong(matcher.group(1));
    long end = Long.parseLong(matcher.group(2)) + 1;
    if (end <= start) {
      throw unsatisfiable("Invalid Content-Range header.");
    }
    if (end > size) {
      throw unsatisfiable(
          "Invalid stop position in Content-Range header. The stop position MUST be in the"
              + " inclusive range [0, "
              + (size - 1)
              + "].");
    }
    return within(start, end, size, "Content-Range");
  }

  private static ByteRange within(long start, long end, long size, String header) {
    if (start >= size) {
      throw unsatisfiable(
          "Invalid start position in "
              + header
              + " header. Start position MUST be in the inclusive range [0, "
              + (size - 1)
              + "].");
    }
    return new ByteRange(start, end - start);
  }

  private static GlanceException unsatisfiable(String text) {
    return new GlanceException(ErrorCode.RANGE_NOT_SATISFIABLE, text);
  }
}
