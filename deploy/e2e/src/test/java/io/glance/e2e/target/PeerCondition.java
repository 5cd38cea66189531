package io.glance.e2e.target;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips against Python Glance what is meant for us only. */
final class PeerCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (!Target.testsPeer()) {
      return ConditionEvaluationResult.enabled("our own services");
    }
    Optional<String> difference =
        findAnnotation(context.getElement(), DiffersFromPeer.class).map(DiffersFromPeer::value);
    difference.ifPresent(Differences::note);
    return difference
        .or(() -> findAnnotation(context.getElement(), OursOnly.class).map(OursOnly::value))
        .map(ConditionEvaluationResult::disabled)
        .orElse(ConditionEvaluationResult.enabled("the same for both"));
  }
}
