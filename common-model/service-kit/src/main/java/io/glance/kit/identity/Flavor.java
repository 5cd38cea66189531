package io.glance.kit.identity;

import io.glance.kit.config.SettingsException;
import java.util.Locale;

/**
 * What {@code [paste_deploy] flavor} asks for, by the names of Glance's pipelines and two of ours.
 *
 * @param identity who is believed
 * @param caching downloads go through the image cache
 * @param cacheManagement the cache's own routes are open; it caches too
 */
public record Flavor(Kind identity, boolean caching, boolean cacheManagement) {

  /** Who tells who the caller is. */
  public enum Kind {
    /** Nobody: every request is the administrator's. */
    NONE,
    /** Keystone, by the token. */
    KEYSTONE,
    /** A proxy in front, by identity headers. */
    TRUSTED,
    /** An OpenID provider, by a signed bearer token. */
    OIDC
  }

  /**
   * The flavor of a name.
   *
   * @param name empty where none is set
   * @throws SettingsException for a name that no pipeline has
   */
  public static Flavor parse(String name) {
    String identity = name.strip().toLowerCase(Locale.ROOT);
    boolean cacheManagement = false;
    boolean caching = false;
    int plus = identity.lastIndexOf('+');
    String last = identity.substring(plus + 1);
    if (last.equals("caching") || last.equals("cachemanagement")) {
      caching = true;
      cacheManagement = last.equals("cachemanagement");
      identity = plus < 0 ? "" : identity.substring(0, plus);
    }
    Kind kind =
        switch (identity) {
          case "", "none" -> Kind.NONE;
          case "keystone" -> Kind.KEYSTONE;
          case "trusted-auth", "trusted" -> Kind.TRUSTED;
          case "oidc" -> Kind.OIDC;
          default ->
              throw new SettingsException(
                  "paste_deploy",
                  "flavor",
                  "'"
                      + name
                      + "' is unknown; there are none, keystone, trusted-auth and oidc, each also"
                      + " with +caching or +cachemanagement");
        };
    return new Flavor(kind, caching, cacheManagement);
  }
}
