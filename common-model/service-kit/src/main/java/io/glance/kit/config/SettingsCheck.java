package io.glance.kit.config;

import io.glance.kit.config.option.Option;
import io.glance.kit.config.option.OptionType;
import io.glance.kit.config.option.Support;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks at start: types, ranges and choices of every option that is set. */
final class SettingsCheck {
  private final IniSettings settings;

  SettingsCheck(IniSettings settings) {
    this.settings = settings;
  }

  /**
   * Refuses the first bad value.
   *
   * @return the warnings to log, one for each option that is set without effect
   * @throws SettingsException naming file, section and option
   */
  List<String> run() {
    List<String> warnings = new ArrayList<>();
    for (Option option : settings.catalog().options()) {
      SettingValue source = settings.source(option);
      if (source == null) {
        continue;
      }
      if (option.support() == Support.UNSUPPORTED) {
        warnings.add(
            "[%s] %s (%s) is known but has no effect in this service"
                .formatted(option.section(), option.name(), source.origin()));
      }
      if (option.support() != Support.IGNORED) {
        checkValue(option, source);
      }
    }
    BackendsCheck.run(settings);
    return List.copyOf(warnings);
  }

  private void checkValue(Option option, SettingValue source) {
    String section = option.section();
    String name = option.name();
    switch (option.type()) {
      case TEXT, MULTI -> checkChoice(option, source);
      case INTEGER -> checkRange(option, source);
      case BOOLEAN -> settings.flag(section, name);
      case LIST -> checkItems(option, source);
      case DICT -> settings.dict(section, name);
      case SIZE -> settings.size(section, name);
    }
  }

  private void checkChoice(Option option, SettingValue source) {
    String text = settings.text(option.section(), option.name()).orElse("");
    if (option.type() == OptionType.TEXT
        && !option.choices().isEmpty()
        && !option.choices().contains(text)) {
      throw refusal(option, source, "must be one of " + String.join(", ", option.choices()));
    }
  }

  private void checkItems(Option option, SettingValue source) {
    for (String item : settings.list(option.section(), option.name())) {
      if (!option.choices().isEmpty() && !option.choices().contains(item)) {
        throw refusal(
            option,
            source,
            "'" + item + "' is unknown; known are " + String.join(", ", option.choices()));
      }
    }
  }

  private void checkRange(Option option, SettingValue source) {
    settings
        .optionalInteger(option.section(), option.name())
        .ifPresent(
            value -> {
              if (option.min() != null && value < option.min()) {
                throw refusal(option, source, "must be at least " + option.min());
              }
              if (option.max() != null && value > option.max()) {
                throw refusal(option, source, "must be at most " + option.max());
              }
            });
  }

  static SettingsException refusal(Option option, @Nullable SettingValue source, String problem) {
    String place = source == null ? "" : " (" + source.origin() + ")";
    return new SettingsException(option.section(), option.name(), problem + place);
  }
}
