package io.glance.registry.operator;

import io.glance.kit.policy.PolicyDefaults;
import io.glance.kit.policy.RuleDefault;
import jakarta.inject.Singleton;
import java.util.List;

/** The registry asks policy one thing only: who is an administrator (AUTH-05). */
@Singleton
class OperatorRules implements PolicyDefaults {
  @Override
  public List<RuleDefault> rules() {
    return List.of(
        new RuleDefault("default", "", null, false),
        new RuleDefault("context_is_admin", "role:admin", null, false));
  }
}
