package io.glance.kit.config;

import io.glance.kit.config.option.OldName;
import io.glance.kit.config.option.Option;
import io.glance.kit.config.option.OptionCatalog;
import io.glance.kit.config.option.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The settings of ini files and environment, read through the option catalogue. */
public final class IniSettings implements GlanceSettings {
  private final OptionCatalog catalog;
  private final SettingValues values;
  private final Interpolation interpolation;

  IniSettings(OptionCatalog catalog, SettingValues values) {
    this.catalog = catalog;
    this.values = values;
    this.interpolation = new Interpolation(this::written);
  }

  /**
   * Settings of glance-api without files, for tests.
   *
   * @param values {@code section.option} to text, as {@code DEFAULT.image_tag_quota}
   */
  public static IniSettings of(Map<String, String> values) {
    return of(Service.API, values);
  }

  /** Settings of a service without files, for tests. */
  public static IniSettings of(Service service, Map<String, String> values) {
    SettingValues given = new SettingValues(Map.of());
    values.forEach(
        (key, text) -> {
          int dot = key.lastIndexOf('.');
          given.override(key.substring(0, dot), key.substring(dot + 1), text, key);
        });
    return new IniSettings(OptionCatalog.of(service), given);
  }

  @Override
  public Optional<String> text(String section, String option) {
    return Optional.ofNullable(known(declared(section, option)));
  }

  @Override
  public long integer(String section, String option) {
    return optionalInteger(section, option)
        .orElseThrow(() -> new SettingsException(section, option, "is not set"));
  }

  @Override
  public OptionalLong optionalInteger(String section, String option) {
    Long value = read(section, option, OptionText::integer);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  @Override
  public boolean flag(String section, String option) {
    return orMissing(section, option, read(section, option, OptionText::flag));
  }

  @Override
  public long size(String section, String option) {
    return orMissing(section, option, read(section, option, OptionText::size));
  }

  @Override
  public List<String> list(String section, String option) {
    List<String> items = read(section, option, OptionText::list);
    return items == null ? List.of() : items;
  }

  @Override
  public Map<String, String> dict(String section, String option) {
    Map<String, String> pairs = read(section, option, OptionText::dict);
    return pairs == null ? Map.of() : pairs;
  }

  @Override
  public List<String> multi(String section, String option) {
    Option declared = declared(section, option);
    List<SettingValue> all = found(declared);
    if (all.isEmpty() && declared.defaultValue() != null) {
      return List.of(declared.defaultValue());
    }
    return all.stream()
        .sorted(Comparator.comparingInt(SettingValue::rank))
        .map(value -> interpolation.apply(section, value.text()))
        .toList();
  }

  @Override
  public boolean isSet(String section, String option) {
    return !found(declared(section, option)).isEmpty();
  }

  @Override
  public Set<String> sections() {
    return values.sections();
  }

  @Override
  public Optional<String> raw(String section, String option) {
    return Optional.ofNullable(strongest(values.of(section, option)))
        .map(value -> interpolation.apply(section, value.text()));
  }

  @Override
  public List<String> rawMulti(String section, String option) {
    return values.of(section, option).stream()
        .map(value -> interpolation.apply(section, value.text()))
        .toList();
  }

  /**
   * Checks every option that is set.
   *
   * @return the warnings to log, one for each option that is set without effect
   * @throws SettingsException naming file, section and option of the first bad value
   */
  public List<String> check() {
    return new SettingsCheck(this).run();
  }

  OptionCatalog catalog() {
    return catalog;
  }

  /** Where the option's value stands; null where nothing sets it. */
  @Nullable SettingValue source(Option option) {
    return strongest(found(option));
  }

  private <T> @Nullable T read(String section, String option, Function<String, T> reader) {
    Option declared = declared(section, option);
    String text = known(declared);
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw SettingsCheck.refusal(declared, source(declared), String.valueOf(e.getMessage()));
    }
  }

  private @Nullable String known(Option option) {
    SettingValue value = source(option);
    String text = value == null ? option.defaultValue() : value.text();
    return text == null ? null : interpolation.apply(option.section(), text);
  }

  private List<SettingValue> found(Option option) {
    List<SettingValue> all = new ArrayList<>();
    for (OldName old : option.oldNames()) {
      all.addAll(0, values.of(old.section(), old.name()));
    }
    all.addAll(values.of(option.section(), option.name()));
    return all;
  }

  private static @Nullable SettingValue strongest(List<SettingValue> values) {
    SettingValue best = null;
    for (SettingValue value : values) {
      best = best == null || value.rank() >= best.rank() ? value : best;
    }
    return best;
  }

  private @Nullable String written(String section, String option) {
    SettingValue value = strongest(values.of(section, option));
    if (value != null) {
      return value.text();
    }
    Option declared = catalog.findByAnyName(section, option);
    return declared == null ? null : declared.defaultValue() == null ? "" : declared.defaultValue();
  }

  private Option declared(String section, String option) {
    Option declared = catalog.findByAnyName(section, option);
    if (declared == null) {
      throw new IllegalArgumentException("the option catalogue has no [" + section + "] " + option);
    }
    return declared;
  }

  private static <T> T orMissing(String section, String option, @Nullable T value) {
    if (value == null) {
      throw new SettingsException(section, option, "is not set");
    }
    return value;
  }
}
