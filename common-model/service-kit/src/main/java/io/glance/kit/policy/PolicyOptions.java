package io.glance.kit.policy;

import io.glance.kit.config.GlanceSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * The section {@code [oslo_policy]}.
 *
 * @param enforceScope refuse system-scoped tokens for rules of project scope (AUTH-06)
 * @param enforceNewDefaults leave the deprecated check strings out
 */
record PolicyOptions(PolicyFiles files, boolean enforceScope, boolean enforceNewDefaults) {
  private static final String SECTION = "oslo_policy";

  static PolicyOptions of(GlanceSettings settings, List<Path> configDirectories) {
    return new PolicyOptions(
        new PolicyFiles(
            settings.required(SECTION, "policy_file"),
            settings.multi(SECTION, "policy_dirs"),
            configDirectories),
        settings.flag(SECTION, "enforce_scope"),
        settings.flag(SECTION, "enforce_new_defaults"));
  }
}
