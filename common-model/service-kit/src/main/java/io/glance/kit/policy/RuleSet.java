package io.glance.kit.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules in force at a moment: immutable, checked to be free of circles. */
final class RuleSet {
  private static final String DEFAULT = "default";

  private final Map<String, Rule> rules;

  /**
   * A set.
   *
   * @throws RuleSyntaxException where a rule refers to itself in the end
   */
  RuleSet(Map<String, Rule> rules) {
    this.rules = Map.copyOf(rules);
    Set<String> sound = new HashSet<>();
    for (String name : this.rules.keySet()) {
      refuseCircle(name, new HashSet<>(), sound);
    }
  }

  /** The shipped rules under the operator's. */
  static RuleSet of(List<RuleDefault> defaults, Map<String, Rule> overrides, boolean newDefaults) {
    Map<String, Rule> rules = new HashMap<>();
    for (RuleDefault shipped : defaults) {
      Rule rule = RuleParser.parse(shipped.check());
      String deprecated = shipped.deprecated();
      if (!newDefaults && deprecated != null) {
        rule = new Rule.Or(List.of(rule, RuleParser.parse(deprecated)));
      }
      rules.put(shipped.name(), rule);
    }
    rules.putAll(overrides);
    return new RuleSet(rules);
  }

  /** Whether a rule allows; an unknown one is {@code default}, and without that it doesn't. */
  boolean allows(String name, Map<String, String> target, Credentials caller) {
    Rule rule = find(name);
    return rule != null && allows(rule, target, caller);
  }

  private @Nullable Rule find(String name) {
    Rule rule = rules.get(name);
    return rule == null ? rules.get(DEFAULT) : rule;
  }

  private boolean allows(Rule rule, Map<String, String> target, Credentials caller) {
    if (rule instanceof Rule.Constant constant) {
      return constant.allows();
    } else if (rule instanceof Rule.Not not) {
      return !allows(not.rule(), target, caller);
    } else if (rule instanceof Rule.And and) {
      return and.rules().stream().allMatch(each -> allows(each, target, caller));
    } else if (rule instanceof Rule.Or or) {
      return or.rules().stream().anyMatch(each -> allows(each, target, caller));
    } else if (rule instanceof Rule.Reference reference) {
      return allows(reference.name(), target, caller);
    } else if (rule instanceof Rule.Role role) {
      return role.name().fill(target).filter(caller::hasRole).isPresent();
    } else if (rule instanceof Rule.CallerIs is) {
      return is.value().fill(target).filter(v -> caller.has(is.attribute(), v)).isPresent();
    } else if (rule instanceof Rule.LiteralIs is) {
      return is.value().fill(target).filter(is.literal()::equals).isPresent();
    }
    throw new IllegalStateException("an unknown kind of rule");
  }

  private void refuseCircle(String name, Set<String> path, Set<String> sound) {
    if (sound.contains(name)) {
      return;
    }
    if (!path.add(name)) {
      throw new RuleSyntaxException("the rule '" + name + "' refers to itself");
    }
    Rule rule = rules.get(name);
    if (rule != null) {
      visit(rule, path, sound);
    }
    path.remove(name);
    sound.add(name);
  }

  private void visit(Rule rule, Set<String> path, Set<String> sound) {
    if (rule instanceof Rule.Reference reference) {
      String target = rules.containsKey(reference.name()) ? reference.name() : DEFAULT;
      refuseCircle(target, path, sound);
    } else if (rule instanceof Rule.Not not) {
      visit(not.rule(), path, sound);
    } else if (rule instanceof Rule.And and) {
      and.rules().forEach(each -> visit(each, path, sound));
    } else if (rule instanceof Rule.Or or) {
      or.rules().forEach(each -> visit(each, path, sound));
    }
  }
}
