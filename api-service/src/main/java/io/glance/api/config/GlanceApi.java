package io.glance.api.config;

import io.glance.kit.config.SettingsStart;
import io.glance.kit.config.option.Service;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The program glance-api: refuses bad settings in one line before anything else starts. */
@QuarkusMain
public final class GlanceApi {
  private GlanceApi() {}

  /** Starts the service and returns when it is stopped. */
  public static void main(String[] args) {
    if (!SettingsStart.accepts(Service.API)) {
      System.exit(1);
    }
    // A URL that java.net.URI refuses is no error: the name filter takes a | and a { as well.
    System.setProperty("vertx.disableURIValidation", "true");
    Quarkus.run(
        null,
        (status, failure) -> {
          SettingsStart.report(Service.API, failure);
          ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(status, failure);
        },
        args);
  }
}
