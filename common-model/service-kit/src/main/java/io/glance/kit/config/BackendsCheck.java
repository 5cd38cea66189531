package io.glance.kit.config;

import io.glance.kit.config.option.Option;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The start-up refusals about {@code enabled_backends}. Source: glance/common/wsgi.py. */
final class BackendsCheck {
  private static final String RESERVED = "os_glance_";

  private BackendsCheck() {}

  static void run(IniSettings settings) {
    Map<String, String> backends = settings.dict("DEFAULT", "enabled_backends");
    if (backends.isEmpty()) {
      return;
    }
    Option enabled = declared(settings, "DEFAULT", "enabled_backends");
    for (String id : backends.keySet()) {
      if (id.startsWith(RESERVED)) {
        throw SettingsCheck.refusal(
            enabled,
            settings.source(enabled),
            "'" + id + "' uses the prefix " + RESERVED + " that is reserved for internal stores");
      }
    }
    Option chosen = declared(settings, "glance_store", "default_backend");
    String id = settings.text("glance_store", "default_backend").orElse("");
    SettingValue source = settings.source(chosen);
    if (id.isBlank()) {
      throw SettingsCheck.refusal(chosen, source, "must be set where enabled_backends is");
    }
    if (!backends.containsKey(id)) {
      throw SettingsCheck.refusal(chosen, source, "'" + id + "' is not among enabled_backends");
    }
  }

  private static Option declared(IniSettings settings, String section, String name) {
    @Nullable Option option = settings.catalog().find(section, name);
    if (option == null) {
      throw new IllegalStateException("the option catalogue has no " + name);
    }
    return option;
  }
}
