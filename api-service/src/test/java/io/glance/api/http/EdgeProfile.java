package io.glance.api.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The edge with real settings from properties and a caller of the test's choice. */
public class EdgeProfile implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        Map.entry(
            "quarkus.arc.exclude-types",
            "io.glance.api.testing.TestSettings," + "io.glance.api.data.Housekeeping"),
        Map.entry("glance.schema-image-file", "no-such-file"),
        Map.entry("glance.ini.DEFAULT.enabled_backends", "file:file"),
        Map.entry("glance.ini.DEFAULT.enabled_import_methods", "[glance-direct,web-download]"),
        Map.entry("glance.ini.glance_store.default_backend", "file"),
        Map.entry(
            "glance.ini.file.filesystem_store_datadir",
            Path.of("target/edge-images").toAbsolutePath().toString()),
        Map.entry("glance.ini.service_context.key", "only-for-tests-0123456789"),
        Map.entry("glance.test.faulty", "true"),
        Map.entry("glance.registry-probe.every", "off"),
        Map.entry("glance.ini.cors.allowed_origin", "http://ui.example,http://other.example"),
        Map.entry("glance.ini.healthcheck.disable_by_file_path", "target/edge-disabled"));
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(FakeAuthenticator.class, FakeStores.class, NoData.class, FakeImages.class);
  }
}
