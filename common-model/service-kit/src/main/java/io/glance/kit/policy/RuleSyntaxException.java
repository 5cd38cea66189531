package io.glance.kit.policy;

/** A check string that isn't of oslo.policy's language, or that we refuse. */
final class RuleSyntaxException extends RuntimeException {
  RuleSyntaxException(String problem) {
    super(problem, null, false, false);
  }
}
