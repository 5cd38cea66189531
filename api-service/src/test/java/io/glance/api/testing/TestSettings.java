package io.glance.api.testing;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.IniSettings;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Glance's defaults, changeable by a test, which puts them back with {@link #reset}. */
@Alternative
@Singleton
public class TestSettings implements GlanceSettings {
  private static final Map<String, String> USUAL =
      Map.of(
          "service_context.key",
          "a key that only tests use",
          // Nobody listens there: a registry on the usual port is none of ours.
          "registry_client.port",
          "1",
          "reconciler.interval_seconds",
          "3600",
          "DEFAULT.enabled_import_methods",
          "[]");

  private final Map<String, String> values = new HashMap<>(USUAL);
  private volatile IniSettings settings = IniSettings.of(USUAL);

  /** Sets an option of {@code [DEFAULT]}. */
  public synchronized void set(String option, String value) {
    values.put("DEFAULT." + option, value);
    settings = IniSettings.of(values);
  }

  /** Back to the defaults. */
  public synchronized void reset() {
    values.clear();
    values.putAll(USUAL);
    settings = IniSettings.of(values);
  }

  @Override
  public Optional<String> text(String section, String option) {
    return settings.text(section, option);
  }

  @Override
  public long integer(String section, String option) {
    return settings.integer(section, option);
  }

  @Override
  public boolean flag(String section, String option) {
    return settings.flag(section, option);
  }

  @Override
  public List<String> list(String section, String option) {
    return settings.list(section, option);
  }

  @Override
  public List<String> multi(String section, String option) {
    return settings.multi(section, option);
  }

  @Override
  public boolean isSet(String section, String option) {
    return settings.isSet(section, option);
  }

  @Override
  public Set<String> sections() {
    return settings.sections();
  }

  @Override
  public Optional<String> raw(String section, String option) {
    return settings.raw(section, option);
  }

  @Override
  public List<String> rawMulti(String section, String option) {
    return settings.rawMulti(section, option);
  }
}
