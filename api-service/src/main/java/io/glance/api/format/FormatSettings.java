package io.glance.api.format;

import io.glance.kit.config.GlanceSettings;
import java.util.Set;

/**
 * The operator's choices for inspected content.
 *
 * @param requireMatch whether content must be of the declared format
 * @param gptChecksNonfatal names of partition table checks that only warn
 */
public record FormatSettings(boolean requireMatch, Set<String> gptChecksNonfatal) {
  private static final String SECTION = "image_format";

  public FormatSettings {
    gptChecksNonfatal = Set.copyOf(gptChecksNonfatal);
  }

  public static FormatSettings from(GlanceSettings settings) {
    return new FormatSettings(
        settings.flag(SECTION, "require_image_format_match"),
        Set.copyOf(settings.list(SECTION, "gpt_safety_checks_nonfatal")));
  }
}
