package io.glance.e2e.target;

import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Credentials;
import io.glance.e2e.client.Keystone;
import io.glance.e2e.client.Litter;
import io.glance.e2e.client.Persona;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/**
 * The Glance under test.
 *
 * @param peer whether it is Python Glance
 */
public record Target(URI url, Auth auth, boolean peer) {
  private static final String RUN = UUID.randomUUID().toString().replace("-", "");
  private static final Map<Persona, Credentials> KNOWN = new ConcurrentHashMap<>();

  /** Whether {@code glance.url} says that something that runs already is to be tested. */
  public static boolean external() {
    return System.getProperty(Profile.MAIN.property()) != null;
  }

  /** Whether the Glance under test is Python's. */
  public static boolean testsPeer() {
    return Boolean.parseBoolean(System.getProperty("glance.peer", String.valueOf(external())));
  }

  /**
   * The Glance of a configuration, started if need be. Aborts the test where the one under test
   * hasn't that configuration.
   */
  public static Target of(Profile profile) {
    String url = System.getProperty(profile.property());
    if (url != null) {
      return new Target(URI.create(url), Auth.configured(Auth.NONE), testsPeer());
    }
    Assumptions.assumeFalse(external(), "there is no -D" + profile.property());
    return OurGlance.running().target(profile);
  }

  /** A persona at this Glance. Aborts the test where it knows no personas. */
  public Actor as(Persona persona, Litter litter) {
    return new Actor(url, credentials(persona), litter);
  }

  /** Who usually owns the images of a test: the member, or everybody where there is no identity. */
  public Actor owner(Litter litter) {
    return as(auth == Auth.NONE ? Persona.ADMIN : Persona.MEMBER, litter);
  }

  private Credentials credentials(Persona persona) {
    if (auth == Auth.NONE) {
      Assumptions.assumeTrue(persona == Persona.ADMIN, "without identities everybody is admin");
      return Credentials.NONE;
    }
    return persona == Persona.NOBODY
        ? Credentials.NONE
        : KNOWN.computeIfAbsent(persona, auth == Auth.KEYSTONE ? Target::login : Target::trusted);
  }

  private static Credentials login(Persona persona) {
    URI keystone = URI.create(System.getProperty("glance.keystone.url", "http://127.0.0.1:5000"));
    return new Keystone(keystone, System.getProperty("glance.keystone.password", "secret"))
        .login(persona);
  }

  private static Credentials trusted(Persona persona) {
    String project = persona.account()[1] + "-" + RUN.substring(0, 12);
    return new Credentials(
        Map.of(
            "X-Identity-Status",
            "Confirmed",
            "X-User-Id",
            persona.account()[0] + "-" + RUN.substring(0, 12),
            "X-Tenant-Id",
            project,
            "X-Roles",
            persona.roles()),
        project);
  }
}
