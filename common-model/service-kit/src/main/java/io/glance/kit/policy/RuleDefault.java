package io.glance.kit.policy;

import org.jspecify.annotations.Nullable;

/**
 * A rule as the service ships it.
 *
 * @param check the check string in oslo.policy's language
 * @param deprecated the check string of before; it allows as well while {@code
 *     enforce_new_defaults} is off and the operator sets neither; null without one
 * @param projectScope whether a system-scoped token is refused under {@code enforce_scope}
 */
public record RuleDefault(
    String name, String check, @Nullable String deprecated, boolean projectScope) {}
