package io.glance.kit.policy;

import io.glance.model.RequestContext;
import java.util.Map;

/** Who may do what, by oslo.policy's rules. */
public interface Policy {
  /**
   * Whether a rule lets the caller act.
   *
   * @param rule name as in oslo.policy ({@code get_image}); an unknown one falls back to the rule
   *     {@code default}
   * @param target what is acted on: {@code project_id}, {@code owner}, {@code visibility}, {@code
   *     member_id}…; an absent key never equals anything
   */
  boolean allows(String rule, Map<String, String> target, RequestContext caller);
}
