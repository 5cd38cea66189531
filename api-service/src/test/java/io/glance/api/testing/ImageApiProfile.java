package io.glance.api.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** The image API over a registry in memory, Glance's default settings and callers by header. */
public class ImageApiProfile implements QuarkusTestProfile {
  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(
        TestSettings.class,
        TestCallers.class,
        FakeRegistry.class,
        FakeStores.class,
        FakeData.class);
  }
}
