package io.glance.kit.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/**
 * The secret that both services share, with which glance-api signs the caller's context.
 *
 * <p>Both derive the same bytes from {@code [service_context] key} or {@code key_file}; without
 * them from {@code [keystone_authtoken] password}, which the two files of a plain installation have
 * in common; without that only a service on a loopback address starts, with a key that is no
 * secret.
 */
public final class ServiceKey {
  private static final Logger LOG = Logger.getLogger(ServiceKey.class);
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] SALT =
      "io.glance service context v1".getBytes(StandardCharsets.US_ASCII);
  private static final int SHORTEST = 16;

  private ServiceKey() {}

  /**
   * The key of these settings: 32 bytes.
   *
   * @throws SettingsException where the service must not start without a real secret
   */
  public static byte[] of(GlanceSettings settings) {
    Optional<byte[]> configured =
        settings
            .text("service_context", "key")
            .filter(text -> !text.isBlank())
            .map(text -> longEnough("key", text.getBytes(StandardCharsets.UTF_8)))
            .or(() -> keyFile(settings));
    if (configured.isPresent()) {
      return derive(configured.get(), "configured");
    }
    Optional<String> password =
        settings.text("keystone_authtoken", "password").filter(text -> !text.isEmpty());
    if (password.isPresent()) {
      return derive(password.get().getBytes(StandardCharsets.UTF_8), "keystone password");
    }
    if (!isLoopback(settings.required("DEFAULT", "bind_host"))) {
      throw new SettingsException(
          "service_context",
          "key",
          "is not set, nor is [keystone_authtoken] password: without a secret shared by glance-api"
              + " and glance-registry the services only start with [DEFAULT] bind_host on loopback");
    }
    LOG.warn(
        "[service_context] key is not set: any process of this machine can act as glance-api"
            + " towards glance-registry");
    return derive(SALT, "no secret");
  }

  private static Optional<byte[]> keyFile(GlanceSettings settings) {
    return settings
        .text("service_context", "key_file")
        .filter(text -> !text.isBlank())
        .map(
            file -> {
              try {
                String text = Files.readString(Path.of(file)).strip();
                return longEnough("key_file", text.getBytes(StandardCharsets.UTF_8));
              } catch (IOException e) {
                throw new SettingsException(
                    "service_context", "key_file", "cannot be read: " + file);
              }
            });
  }

  private static byte[] longEnough(String option, byte[] key) {
    if (key.length < SHORTEST) {
      throw new SettingsException(
          "service_context", option, "needs at least " + SHORTEST + " bytes");
    }
    return key;
  }

  /** HKDF (RFC 5869) with SHA-256 and one block of output. */
  private static byte[] derive(byte[] secret, String label) {
    byte[] extracted = hmac(SALT, secret);
    byte[] info = (label + "\u0001").getBytes(StandardCharsets.US_ASCII);
    return hmac(extracted, info);
  }

  private static byte[] hmac(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("failed to derive the service key", e);
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
