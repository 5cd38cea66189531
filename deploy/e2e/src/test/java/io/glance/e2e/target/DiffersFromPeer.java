package io.glance.e2e.target;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * We answer otherwise than the Python Glance that the suite is run against, on purpose: there the
 * test is skipped and listed in {@code target/differences-from-peer.txt}.
 */
@java.lang.annotation.Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface DiffersFromPeer {
  /** Row and reason: {@code IMG-21: the peer answers 500}. */
  String value();
}
