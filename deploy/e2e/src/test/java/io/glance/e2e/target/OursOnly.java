package io.glance.e2e.target;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A promise that only we make; skipped against Python Glance. */
@java.lang.annotation.Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OursOnly {
  /** Why the peer isn't asked. */
  String value();
}
