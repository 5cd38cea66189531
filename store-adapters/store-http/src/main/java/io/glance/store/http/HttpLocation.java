package io.glance.store.http;

import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreLocation;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parsed URL of the web.
 *
 * @param uri without credentials
 * @param authorization value of the header, null without credentials
 */
record HttpLocation(URI uri, @Nullable String authorization) {
  private static final Pattern PARTS =
      Pattern.compile(
          "(https?)://(?:([^/?#@]*)@)?(\\[[0-9a-f:.]+\\]|[^/?#@:\\[\\]]+)(:\\d{1,5})?([/?#].*)?",
          Pattern.CASE_INSENSITIVE);

  /**
   * Parses a location.
   *
   * @throws StoreException BAD_LOCATION; it doesn't show the URL
   */
  static HttpLocation parse(StoreLocation location) throws StoreException {
    Matcher parts = PARTS.matcher(location.text().strip());
    if (!parts.matches()) {
      throw bad();
    }
    String rest = parts.group(5) == null ? "" : parts.group(5);
    String port = parts.group(4) == null ? "" : parts.group(4);
    try {
      URI uri = new URI(parts.group(1) + "://" + parts.group(3) + port + encoded(rest));
      if (uri.getHost() == null || uri.getPort() > 65_535) {
        throw bad();
      }
      return new HttpLocation(uri, authorization(parts.group(2)));
    } catch (URISyntaxException e) {
      throw bad();
    }
  }

  /**
   * Where a redirect leads; credentials stay with the scheme, host and port they were meant for.
   */
  HttpLocation redirected(String target) throws StoreException {
    try {
      URI next = uri.resolve(new URI(encoded(target.strip())));
      HttpLocation parsed = parse(new StoreLocation(next.toString()));
      return parsed.authorization() == null && isSameServer(parsed.uri())
          ? new HttpLocation(parsed.uri(), authorization)
          : parsed;
    } catch (URISyntaxException e) {
      throw bad();
    }
  }

  private boolean isSameServer(URI next) {
    return next.getScheme().equalsIgnoreCase(uri.getScheme())
        && next.getHost().equalsIgnoreCase(uri.getHost())
        && next.getPort() == uri.getPort();
  }

  private static @Nullable String authorization(@Nullable String userInfo) throws StoreException {
    if (userInfo == null) {
      return null;
    }
    int colon = userInfo.indexOf(':');
    if (colon < 1 || colon == userInfo.length() - 1 || userInfo.indexOf(':', colon + 1) >= 0) {
      throw bad();
    }
    String plain = URI.create("x://" + encoded(userInfo) + "@h").getUserInfo();
    return "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** Servers take more than {@link URI} does: what it refuses is percent-encoded. */
  private static String encoded(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (one & 0xff);
      if (c <= ' ' || c >= 127 || "\"<>\\^`{|}".indexOf(c) >= 0) {
        safe.append('%').append(String.format(java.util.Locale.ROOT, "%02X", (int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  private static StoreException bad() {
    return new StoreException(Kind.BAD_LOCATION, "not a URL of the web");
  }

  @Override
  public String toString() {
    return uri.getScheme() + "://…";
  }
}
