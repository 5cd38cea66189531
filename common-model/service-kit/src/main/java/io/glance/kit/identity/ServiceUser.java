package io.glance.kit.identity;

import static io.glance.kit.identity.KeystoneSettings.SECTION;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.SettingsException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom the service is to Keystone: a user with a password, or an application credential.
 *
 * @param id of the user; null where name and domain say who
 * @param projectId null where name and domain say which, or an application credential has its own
 */
record ServiceUser(
    @Nullable String id,
    @Nullable String name,
    Domain domain,
    @Nullable String projectId,
    @Nullable String projectName,
    Domain projectDomain,
    Secret secret) {

  /** A domain, by id or else by name. */
  record Domain(@Nullable String id, @Nullable String name) {}

  /**
   * What proves it.
   *
   * @param credentialId of an application credential; null for a password or a named credential
   * @param credentialName of an application credential of the user
   * @param text the password or the credential's secret
   */
  record Secret(@Nullable String credentialId, @Nullable String credentialName, String text) {
    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Secret[]";
    }

    boolean isCredential() {
      return credentialId != null || credentialName != null;
    }
  }

  static ServiceUser of(GlanceSettings settings) {
    Secret secret = secret(settings);
    Optional<String> id = settings.text(SECTION, "user_id");
    Optional<String> name = settings.text(SECTION, "username");
    if (id.isEmpty() && name.isEmpty() && secret.credentialId() == null) {
      throw new SettingsException(SECTION, "username", "is not set");
    }
    return new ServiceUser(
        id.orElse(null),
        name.orElse(null),
        domain(settings, "user_domain"),
        settings.text(SECTION, "project_id").orElse(null),
        settings.text(SECTION, "project_name").orElse(null),
        domain(settings, "project_domain"),
        secret);
  }

  private static Secret secret(GlanceSettings settings) {
    String type = settings.required(SECTION, "auth_type");
    return switch (type) {
      case "password", "v3password" ->
          new Secret(null, null, settings.required(SECTION, "password"));
      case "v3applicationcredential" ->
          new Secret(
              settings.text(SECTION, "application_credential_id").orElse(null),
              settings.text(SECTION, "application_credential_name").orElse(null),
              settings.required(SECTION, "application_credential_secret"));
      default ->
          throw new SettingsException(SECTION, "auth_type", "'" + type + "' is not supported");
    };
  }

  private static Domain domain(GlanceSettings settings, String option) {
    Optional<String> id = settings.text(SECTION, option + "_id");
    Optional<String> name = settings.text(SECTION, option + "_name");
    if (id.isEmpty() && name.isEmpty()) {
      id = settings.text(SECTION, "default_domain_id");
      name = settings.text(SECTION, "default_domain_name");
    }
    return id.isEmpty() && name.isEmpty()
        ? new Domain("default", null)
        : new Domain(id.orElse(null), name.orElse(null));
  }
}
