package io.glance.registry.testing;

import io.glance.model.RequestContext;
import java.util.Set;

/** Callers of tests. */
public final class Callers {
  public static final RequestContext ADMIN = caller("admin-project", true, false);
  public static final RequestContext ALICE = caller("project-a", false, false);
  public static final RequestContext BOB = caller("project-b", false, false);
  public static final RequestContext CAROL = caller("project-c", false, false);

  /** Without identity, reading only. */
  public static final RequestContext ANONYMOUS =
      new RequestContext(null, null, Set.of(), Set.of(), false, true, false, "req-anonymous");

  private Callers() {}

  public static RequestContext caller(String project, boolean admin, boolean readOnly) {
    return new RequestContext(
        project,
        "user-of-" + project,
        Set.of("member", "reader"),
        Set.of(),
        admin,
        readOnly,
        false,
        "req-" + project);
  }
}
