package io.glance.registry.operator;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.config.SettingsException;
import io.glance.kit.identity.Flavor;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start where strangers could be administrators: a flavor that believes whoever asks, on
 * an address that others reach.
 *
 * <p>Source: security-reliability.md 2.2, SEC-67: Glance's registry did that by default.
 */
@Singleton
class ExposureCheck {
  void check(
      @Observes StartupEvent event,
      Flavor flavor,
      GlanceSettings settings,
      @ConfigProperty(name = "quarkus.http.host") String host) {
    check(flavor.identity(), host, settings.flag("operator_api", "allow_insecure"));
  }

  static void check(Flavor.Kind identity, String host, boolean allowed) {
    boolean believes = identity == Flavor.Kind.NONE || identity == Flavor.Kind.TRUSTED;
    if (believes && !allowed && !isLoopback(host)) {
      throw new SettingsException(
          "paste_deploy",
          "flavor",
          (identity == Flavor.Kind.NONE
                  ? "is not set, so that everybody is administrator"
                  : "'trusted-auth' believes the identity headers of everybody")
              + ", and glance-registry listens on "
              + host
              + ": set the flavor keystone, or [DEFAULT] bind_host = 127.0.0.1, or take the risk"
              + " with [operator_api] allow_insecure = True");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
