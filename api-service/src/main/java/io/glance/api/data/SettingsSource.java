package io.glance.api.data;

import io.glance.kit.config.GlanceSettings;
import io.glance.store.core.StoreOptionSource;
import java.util.List;
import java.util.Optional;

/** Glance's settings as the stores ask for them. */
record SettingsSource(GlanceSettings settings) implements StoreOptionSource {
  @Override
  public Optional<String> text(String section, String option) {
    return settings.raw(section, option);
  }

  @Override
  public List<String> multi(String section, String option) {
    return settings.rawMulti(section, option);
  }
}
