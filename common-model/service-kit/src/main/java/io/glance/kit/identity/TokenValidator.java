package io.glance.kit.identity;

/** Whom a token stands for, by asking its issuer or checking its signature. */
public interface TokenValidator {
  /**
   * The identity of a token. Blocking.
   *
   * @throws io.glance.model.error.GlanceException UNAUTHORIZED for a token that is forged, expired
   *     or revoked, UNAVAILABLE while that can't be found out
   */
  Identity validate(String token);
}
