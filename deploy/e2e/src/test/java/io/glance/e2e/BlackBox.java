package io.glance.e2e;

import io.glance.e2e.client.Actor;
import io.glance.e2e.client.Litter;
import io.glance.e2e.client.Persona;
import io.glance.e2e.target.PeerAware;
import io.glance.e2e.target.Profile;
import io.glance.e2e.target.Target;
import java.security.SecureRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** What every black-box test has: a Glance, its callers, and tidying up. */
@PeerAware
abstract class BlackBox {
  protected final Litter litter = new Litter();
  protected final Target target;
  protected final Actor owner;

  BlackBox() {
    this(Profile.MAIN);
  }

  BlackBox(Profile profile) {
    target = Target.of(profile);
    owner = target.owner(litter);
  }

  @AfterEach
  void removeWhatTheTestMade() {
    litter.sweep();
  }

  /** A persona; aborts the test where the Glance knows none. */
  protected Actor as(Persona persona) {
    return target.as(persona, litter);
  }

  /** The admin: the same as the owner where there are no identities. */
  protected Actor admin() {
    return as(Persona.ADMIN);
  }

  /** Somebody of another project. */
  protected Actor stranger() {
    return as(Persona.OTHER);
  }

  /** Random bytes that no format inspector takes for an image. */
  protected static byte[] data(int size) {
    byte[] data = new byte[size];
    new SecureRandom().nextBytes(data);
    if (size > 0) {
      data[0] = 'x';
    }
    return data;
  }

  /** A name nobody else uses. */
  protected static String unique(String prefix) {
    return prefix + UUID.randomUUID().toString().substring(0, 13);
  }
}
