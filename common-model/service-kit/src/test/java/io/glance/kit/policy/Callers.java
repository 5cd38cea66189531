package io.glance.kit.policy;

import io.glance.model.RequestContext;
import java.util.Set;

/** The personas of policy tests. */
final class Callers {
  static final RequestContext ADMIN = project("p1", "admin", "member", "reader");
  static final RequestContext MEMBER = project("p1", "member", "reader");
  static final RequestContext READER = project("p1", "reader");
  static final RequestContext ANONYMOUS =
      new RequestContext(null, null, Set.of(), Set.of(), false, true, false, "req-1");
  static final RequestContext SYSTEM_ADMIN =
      new RequestContext(null, "u1", Set.of("admin"), Set.of(), true, false, true, "req-1");

  private Callers() {}

  static RequestContext project(String project, String... roles) {
    return new RequestContext(
        project, "u1", Set.of(roles), Set.of("service"), false, false, false, "req-1");
  }
}
