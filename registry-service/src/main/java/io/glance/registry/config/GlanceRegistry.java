package io.glance.registry.config;

import io.glance.kit.config.SettingsStart;
import io.glance.kit.config.option.Service;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The program glance-registry: refuses bad settings in one line before anything else starts. */
@QuarkusMain
public final class GlanceRegistry {
  private GlanceRegistry() {}

  /** Starts the service and returns when it is stopped. */
  public static void main(String[] args) {
    if (!SettingsStart.accepts(Service.REGISTRY)) {
      System.exit(1);
    }
    // A URL that java.net.URI refuses is no error: the name filter takes a | and a { as well.
    System.setProperty("vertx.disableURIValidation", "true");
    Quarkus.run(
        null,
        (status, failure) -> {
          SettingsStart.report(Service.REGISTRY, failure);
          ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, failure);
        },
        args);
  }
}
