package io.glance.kit.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The caller's context as a header between the services: {@code BASE64URL(json).BASE64URL(hmac)},
 * good for a minute.
 *
 * <p>The key is shared by both services' configuration; the registry believes the context because
 * only glance-api can sign it (security-reliability.md 2.2, mode b).
 */
public final class SignedContext {
  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final String ALGORITHM = "HmacSHA256";

  private final ObjectMapper json;
  private final ThreadLocal<Mac> macs;
  private final Clock clock;

  /**
   * A signer and checker.
   *
   * @param key at least 16 bytes
   */
  public SignedContext(ObjectMapper json, byte[] key, Clock clock) {
    if (key.length < 16) {
      throw new IllegalArgumentException("the key of the service context needs at least 16 bytes");
    }
    this.json = json;
    SecretKeySpec secret = new SecretKeySpec(key, ALGORITHM);
    this.macs = ThreadLocal.withInitial(() -> keyed(secret));
    this.clock = clock;
  }

  /** The header's value for a caller. */
  public String sign(RequestContext context) {
    try {
      String body =
          ENCODER.encodeToString(json.writeValueAsBytes(new Envelope(context, clock.millis())));
      return body + "." + ENCODER.encodeToString(mac(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("failed to write the caller's context", e);
    }
  }

  /**
   * The caller of a header.
   *
   * @throws GlanceException UNAUTHORIZED for a forged, altered or old one
   */
  public RequestContext verify(String header) {
    int dot = header.indexOf('.');
    try {
      if (dot > 0) {
        String body = header.substring(0, dot);
        if (MessageDigest.isEqual(mac(body), DECODER.decode(header.substring(dot + 1)))) {
          Envelope envelope = json.readValue(DECODER.decode(body), Envelope.class);
          if (Math.abs(clock.millis() - envelope.issuedAt()) <= LIFE.toMillis()) {
            return envelope.context();
          }
        }
      }
    } catch (java.io.IOException | IllegalArgumentException e) {
      throw new GlanceException(ErrorCode.UNAUTHORIZED, "The caller's context is malformed.", e);
    }
    throw new GlanceException(ErrorCode.UNAUTHORIZED, "The caller's context is not valid.");
  }

  private byte[] mac(String body) {
    return macs.get().doFinal(body.getBytes(StandardCharsets.US_ASCII));
  }

  private static Mac keyed(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("failed to sign the caller's context", e);
    }
  }

  private record Envelope(RequestContext context, long issuedAt) {}
}
