package io.glance.kit.policy;

import java.util.List;

/** A parsed check of oslo.policy's language. */
sealed interface Rule {
  /** {@code @} and the empty rule allow everybody, {@code !} nobody. */
  record Constant(boolean allows) implements Rule {}

  /** {@code not x}. */
  record Not(Rule rule) implements Rule {}

  /** {@code x and y}. */
  record And(List<Rule> rules) implements Rule {
    public And {
      rules = List.copyOf(rules);
    }
  }

  /** {@code x or y}. */
  record Or(List<Rule> rules) implements Rule {
    public Or {
      rules = List.copyOf(rules);
    }
  }

  /** {@code role:x}: the caller has the role, in any case of letters. */
  record Role(Template name) implements Rule {}

  /** {@code rule:x}: another rule of the set. */
  record Reference(String name) implements Rule {}

  /** {@code attribute:x}: a text of the caller equals one of the target or a constant. */
  record CallerIs(String attribute, Template value) implements Rule {}

  /** {@code 'literal':x}: a constant equals a text of the target. */
  record LiteralIs(String literal, Template value) implements Rule {}
}
