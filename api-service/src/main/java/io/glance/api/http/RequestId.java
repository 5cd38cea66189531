package io.glance.api.http;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids of requests: {@code req-} and what tells them apart (ERR-08). */
final class RequestId {
  static final String HEADER = "X-Openstack-Request-Id";

  private static final String PREFIX = "req-";
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:-]+");

  private RequestId() {}

  static String fresh() {
    return PREFIX + UUID.randomUUID();
  }

  /**
   * The id that the client sent, with the prefix put in front where it lacks; a fresh one where
   * there is none or it has characters that have no business in a log.
   *
   * @param longest characters, 0 for no limit
   * @throws GlanceException HEADERS_TOO_LARGE for a longer one
   */
  static String of(@Nullable String sent, long longest) {
    if (sent == null || sent.isEmpty()) {
      return fresh();
    }
    if (longest > 0 && sent.length() > longest) {
      throw new GlanceException(
          ErrorCode.HEADERS_TOO_LARGE, "x-openstack-request-id is too long, max size " + longest);
    }
    if (!SAFE.matcher(sent).matches()) {
      return fresh();
    }
    return sent.startsWith(PREFIX) ? sent : PREFIX + sent;
  }
}
