package io.glance.kit.policy;

import java.util.List;

/** The rules a service ships. Each service has one bean of this type. */
@FunctionalInterface
public interface PolicyDefaults {
  /** Every rule once. */
  List<RuleDefault> rules();
}
