package io.glance.e2e.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.kit.config.option.OldName;
import io.glance.kit.config.option.Option;
import io.glance.kit.config.option.OptionCatalog;
import io.glance.kit.config.option.Service;
import io.glance.kit.config.option.Support;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An option that claims an effect is read by some code. */
class DeploymentOptionUseTest {
  /** Their names are put together from two parts. */
  private static final Set<String> COMPOSED =
      Set.of("user_domain_name", "user_domain_id", "project_domain_name", "project_domain_id");

  @Test
  void everyOptionWithoutReaderIsMarkedAsUnsupported() {
    String sources = mainSources();
    List<Option> claiming =
        OptionCatalog.of(Service.API).options().stream()
            .filter(option -> option.support() == Support.SUPPORTED)
            .filter(option -> !COMPOSED.contains(option.name()))
            .toList();

    assertThat(claiming).hasSizeGreaterThan(50);
    assertThat(claiming)
        .as("mark these unsupported() or ignored() in the catalogue, or read them")
        .allMatch(option -> names(option).anyMatch(name -> sources.contains('"' + name + '"')));
  }

  private static Stream<String> names(Option option) {
    return Stream.concat(Stream.of(option.name()), option.oldNames().stream().map(OldName::name));
  }

  private static String mainSources() {
    return Stream.of("common-model", "registry-service", "api-service", "store-adapters")
        .flatMap(module -> Repository.files(module).stream())
        .filter(DeploymentOptionUseTest::isReader)
        .map(Repository::text)
        .collect(Collectors.joining());
  }

  private static boolean isReader(Path file) {
    String path = file.toString();
    return path.endsWith(".java")
        && path.contains("/src/main/")
        && !path.contains("/kit/config/option/");
  }
}
