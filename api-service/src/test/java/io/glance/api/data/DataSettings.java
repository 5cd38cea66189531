package io.glance.api.data;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.SettingsFiles;
import io.glance.kit.config.option.Service;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Real settings of several stores: files, a read-only one and two in memory. */
@Alternative
@Singleton
public class DataSettings {
  private final Path directory;
  private final Map<String, String> properties = new HashMap<>();
  private volatile GlanceSettings current;

  DataSettings() throws IOException {
    directory = Files.createTempDirectory("data-api");
    Files.createFile(directory.resolve("file"));
    reset();
  }

  final void reset() {
    properties.clear();
    set("DEFAULT", "enabled_backends", "files:file,readonly:file,m1:memory,m2:memory");
    set("glance_store", "default_backend", "files");
    set("files", "filesystem_store_datadir", images().toString());
    set("files", "weight", "5");
    set("m2", "weight", "1");
    set("readonly", "filesystem_store_datadir", directory.resolve("file") + "/impossible");
    set("reconciler", "interval_seconds", "3600");
    set("reconciler", "lease_seconds", "3600");
  }

  /** Sets an option of {@code [DEFAULT]}. */
  void set(String option, String value) {
    set("DEFAULT", option, value);
  }

  private void set(String section, String option, String value) {
    properties.put(SettingsFiles.INLINE + section + "." + option, value);
    current = SettingsFiles.load(Service.API, properties::get, properties.keySet(), Map.of());
  }

  /** Where store {@code files} has its images. */
  Path images() {
    return directory.resolve("images");
  }

  @Produces
  @Alternative
  @Singleton
  GlanceSettings settings() {
    return (GlanceSettings)
        Proxy.newProxyInstance(
            GlanceSettings.class.getClassLoader(),
            new Class<?>[] {GlanceSettings.class},
            (proxy, method, args) -> {
              try {
                return method.invoke(current, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
