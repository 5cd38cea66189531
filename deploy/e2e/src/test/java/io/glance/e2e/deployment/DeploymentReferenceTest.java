package io.glance.e2e.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.kit.config.option.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The written reference and samples are those of the catalogue.
 *
 * <p>With {@code -Dglance.rewrite=true} the tests write them anew.
 */
class DeploymentReferenceTest {
  @Test
  void referenceIsWhatTheCatalogueSays() throws IOException {
    compare("deploy/docs/configuration.md", ConfigurationReference.markdown());
  }

  @Test
  void sampleOfTheApiIsWhatTheCatalogueSays() throws IOException {
    compare("deploy/config/glance-api.conf.sample", ConfigurationReference.sample(Service.API));
  }

  @Test
  void sampleOfTheRegistryIsWhatTheCatalogueSays() throws IOException {
    compare(
        "deploy/config/glance-registry.conf.sample",
        ConfigurationReference.sample(Service.REGISTRY));
  }

  // CFG-07
  @Test
  void referenceHasTheOptionsOfTheStores() {
    assertThat(ConfigurationReference.markdown()).contains("`filesystem_store_datadir`");
  }

  private static void compare(String file, String expected) throws IOException {
    Path path = Repository.path(file);
    if (Boolean.getBoolean("glance.rewrite")) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, expected);
    }
    assertThat(path).as("write it anew with -Dglance.rewrite=true").hasContent(expected);
  }
}
