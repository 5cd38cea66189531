package io.glance.kit.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/** Certificates to trust instead of the JDK's, from a PEM file that an option names. */
public final class TrustedAuthorities {
  private TrustedAuthorities() {}

  /**
   * The certificates of the file as a store without a password.
   *
   * @throws SettingsException naming the option where the file can't be read
   */
  public static KeyStore load(String section, String option, Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("ca" + number++, each);
      }
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new SettingsException(section, option, file + " can't be read: " + e.getMessage());
    }
  }
}
