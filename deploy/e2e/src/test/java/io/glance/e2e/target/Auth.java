package io.glance.e2e.target;

import java.util.Locale;

/** How the Glance under test knows its callers. */
public enum Auth {
  /** It doesn't: everybody is admin. */
  NONE,
  /** Tokens of a real Keystone. */
  KEYSTONE,
  /** Identity headers that it trusts. */
  TRUSTED;

  static Auth configured(Auth otherwise) {
    String text = System.getProperty("glance.auth", otherwise.name());
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
