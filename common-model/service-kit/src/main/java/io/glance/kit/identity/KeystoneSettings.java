package io.glance.kit.identity;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.SettingsException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code [keystone_authtoken]}.
 *
 * @param urls roots of Keystone, without {@code /v3}; a later one is asked where an earlier one
 *     doesn't answer
 * @param authenticateUri what a 401 tells the client, as it was written
 * @param cacheTime how long an answer about a token is believed; zero asks Keystone every time
 * @param caFile certificates in PEM to trust instead of the JDK's; null is the JDK's
 * @param insecure no check of Keystone's certificate
 */
record KeystoneSettings(
    List<URI> urls,
    String authenticateUri,
    ServiceUser user,
    Duration cacheTime,
    Set<String> serviceTokenRoles,
    boolean serviceTokenRolesRequired,
    @Nullable Path caFile,
    boolean insecure) {
  static final String SECTION = "keystone_authtoken";

  static KeystoneSettings of(GlanceSettings settings) {
    List<String> written = new ArrayList<>();
    settings.text(SECTION, "auth_url").ifPresent(written::add);
    Optional<String> publicUri = settings.text(SECTION, "www_authenticate_uri");
    publicUri.ifPresent(written::add);
    if (written.isEmpty()) {
      throw new SettingsException(SECTION, "auth_url", "is not set");
    }
    long cacheTime = settings.integer(SECTION, "token_cache_time");
    return new KeystoneSettings(
        written.stream().map(KeystoneSettings::root).distinct().toList(),
        publicUri.orElse(written.get(0)),
        ServiceUser.of(settings),
        Duration.ofSeconds(Math.max(cacheTime, 0)),
        Set.copyOf(settings.list(SECTION, "service_token_roles")),
        settings.flag(SECTION, "service_token_roles_required"),
        settings.text(SECTION, "cafile").map(Path::of).orElse(null),
        settings.flag(SECTION, "insecure"));
  }

  /** The URL without version and trailing slash: both forms are in the field. */
  private static URI root(String url) {
    String root = url.strip().replaceAll("/+$", "").replaceAll("/v(3|2\\.0)$", "");
    try {
      URI uri = URI.create(root);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new SettingsException(SECTION, "auth_url", "'" + url + "' is not a URL");
    }
    throw new SettingsException(SECTION, "auth_url", "'" + url + "' is not an http(s) URL");
  }
}
