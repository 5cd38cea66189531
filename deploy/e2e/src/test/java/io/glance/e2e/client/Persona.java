package io.glance.e2e.client;

import java.util.Locale;

/** The callers of the suite. */
public enum Persona {
  /** Admin of a project of its own. */
  ADMIN("admin/admin", "admin,member,reader"),
  /** Role member in project A: the usual owner of images. */
  MEMBER("demo/demo", "member,reader"),
  /** Role member in project B: a stranger, or somebody images are shared with. */
  OTHER("alt_demo/alt_demo", "member,reader"),
  /** Role reader in project A. */
  READER("demo_reader/demo", "reader"),
  /** Without any token. */
  NOBODY("", "");

  private final String account;
  private final String roles;

  Persona(String account, String roles) {
    this.account = account;
    this.roles = roles;
  }

  /** User and project in Keystone, from {@code -Dglance.user.member=user/project} and so on. */
  public String[] account() {
    return System.getProperty("glance.user." + name().toLowerCase(Locale.ROOT), account)
        .split("/", 2);
  }

  /** The roles as the trusted header carries them. */
  public String roles() {
    return roles;
  }
}
