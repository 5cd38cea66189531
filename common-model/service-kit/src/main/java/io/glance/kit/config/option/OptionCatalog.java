package io.glance.kit.config.option;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every option that Glance's files may set, by section and name.
 *
 * <p>Where both services have an option of the same name with different defaults ({@code
 * bind_port}) the catalogue of a service holds that service's own.
 */
public final class OptionCatalog {
  private static final List<Option> ALL =
      Stream.of(
              ApiOptions.options(),
              QuotaOptions.options(),
              ServerOptions.options(),
              LegacyOptions.options(),
              FormatOptions.options(),
              TaskOptions.options(),
              ImportOptions.options(),
              CacheOptions.options(),
              StoreOptions.options(),
              DatabaseOptions.options(),
              KeystoneOptions.options(),
              OidcOptions.options(),
              LibraryOptions.options(),
              LoggingOptions.options(),
              OwnOptions.options())
          .flatMap(List::stream)
          .toList();

  private final Map<String, Option> options = new LinkedHashMap<>();

  private OptionCatalog(Service service) {
    for (Option option : ALL) {
      options.merge(
          key(option.section(), option.name()),
          option,
          (first, second) -> second.services().contains(service) ? second : first);
    }
  }

  /** The catalogue as a service sees it. */
  public static OptionCatalog of(Service service) {
    return new OptionCatalog(service);
  }

  /** The options, in the order of the reference. */
  public Collection<Option> options() {
    return List.copyOf(options.values());
  }

  /** An option by its current name; null where the catalogue doesn't know it. */
  public @Nullable Option find(String section, String name) {
    return options.get(key(section, name));
  }

  /** An option by its current name or an old one; null where the catalogue doesn't know it. */
  public @Nullable Option findByAnyName(String section, String name) {
    Option current = find(section, name);
    if (current != null) {
      return current;
    }
    OldName old = new OldName(section, name);
    return options.values().stream()
        .filter(option -> option.oldNames().contains(old))
        .findFirst()
        .orElse(null);
  }

  /** The sections that have options here. */
  public Set<String> sections() {
    return options.values().stream().map(Option::section).collect(Collectors.toUnmodifiableSet());
  }

  private static String key(String section, String name) {
    return section + '.' + name;
  }
}
