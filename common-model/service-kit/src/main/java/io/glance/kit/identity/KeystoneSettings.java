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
  private static final String SECTION = "keystone_authtoken";

  /**
   * Whom the service is to Keystone.
   *
   * @param id null where the name and its domain say who
   */
  record ServiceUser(
      @Nullable String id,
      @Nullable String name,
      Scope userDomain,
      String password,
      @Nullable String projectId,
      @Nullable String projectName,
      Scope projectDomain) {
    /** Never shows the password. */
    @Override
    public String toString() {
      return "ServiceUser[" + name + "]";
    }
  }

  /** A domain, by id or else by name. */
  record Scope(@Nullable String id, @Nullable String name) {}

  static KeystoneSettings of(GlanceSettings settings) {
    String type = settings.text(SECTION, "auth_type").orElse("password");
    if (!type.equals("password") && !type.equals("v3password")) {
      throw new SettingsException(
          SECTION, "auth_type", "'" + type + "' is not supported, only password is");
    }
    List<String> written = new ArrayList<>();
    settings.text(SECTION, "auth_url").ifPresent(written::add);
    Optional<String> publicUri =
        settings.text(SECTION, "www_authenticate_uri").or(() -> settings.text(SECTION, "auth_uri"));
    publicUri.ifPresent(written::add);
    if (written.isEmpty()) {
      throw new SettingsException(SECTION, "auth_url", "is not set");
    }
    long cacheTime = settings.integer(SECTION, "token_cache_time");
    return new KeystoneSettings(
        written.stream().map(KeystoneSettings::root).distinct().toList(),
        publicUri.orElse(written.get(0)),
        user(settings),
        Duration.ofSeconds(Math.max(cacheTime, 0)),
        Set.copyOf(settings.list(SECTION, "service_token_roles")),
        settings.flag(SECTION, "service_token_roles_required"),
        settings.text(SECTION, "cafile").map(Path::of).orElse(null),
        settings.flag(SECTION, "insecure"));
  }

  private static ServiceUser user(GlanceSettings settings) {
    Optional<String> id = settings.text(SECTION, "user_id");
    Optional<String> name = settings.text(SECTION, "username");
    if (id.isEmpty() && name.isEmpty()) {
      throw new SettingsException(SECTION, "username", "is not set");
    }
    return new ServiceUser(
        id.orElse(null),
        name.orElse(null),
        domain(settings, "user_domain"),
        settings.required(SECTION, "password"),
        settings.text(SECTION, "project_id").orElse(null),
        settings.text(SECTION, "project_name").orElse(null),
        domain(settings, "project_domain"));
  }

  private static Scope domain(GlanceSettings settings, String option) {
    Optional<String> id = settings.text(SECTION, option + "_id");
    Optional<String> name = settings.text(SECTION, option + "_name");
    return id.isEmpty() && name.isEmpty()
        ? new Scope("default", null)
        : new Scope(id.orElse(null), name.orElse(null));
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
