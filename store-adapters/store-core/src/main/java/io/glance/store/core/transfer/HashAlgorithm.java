package io.glance.store.core.transfer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * A digest by the name that {@code hashing_algorithm} and {@code os_hash_algo} use, which is
 * Python's: {@code sha512}, {@code sha3_256}.
 *
 * @param name as configured
 */
public record HashAlgorithm(String name) {
  /** The algorithm of the {@code checksum}. */
  public static final HashAlgorithm MD5 = new HashAlgorithm("md5");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException where this machine has no such algorithm
   */
  public HashAlgorithm {
    digestOf(name);
  }

  MessageDigest digest() {
    return digestOf(name);
  }

  private static MessageDigest digestOf(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    String java = upper.startsWith("SHA3_") ? upper.replace('_', '-') : dashed(upper);
    try {
      return MessageDigest.getInstance(java);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException("no hash algorithm '" + name + "' here", e);
    }
  }

  private static String dashed(String upper) {
    return upper.matches("SHA\\d+") ? "SHA-" + upper.substring(3) : upper;
  }
}
