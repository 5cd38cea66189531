package io.glance.api.data;

import io.glance.api.testing.FakeLedger;
import io.glance.api.testing.FakeRegistry;
import io.glance.api.testing.TestCallers;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** The data API over a registry in memory and real stores. */
public class DataApiProfile implements QuarkusTestProfile {
  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(DataSettings.class, TestCallers.class, FakeRegistry.class, FakeLedger.class);
  }
}
