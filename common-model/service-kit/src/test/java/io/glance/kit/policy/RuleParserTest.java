package io.glance.kit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** POL-22: what the language means. */
class RuleParserTest {
  private static final Map<String, String> TARGET =
      Map.of("project_id", "p1", "owner", "p2", "visibility", "public", "name", "x%s");

  private static boolean memberPasses(Object rule) {
    Map<String, Rule> rules =
        Map.of(
            "tested", RuleParser.parse(rule),
            "yes", RuleParser.parse("@"),
            "no", RuleParser.parse("!"));
    return new RuleSet(rules).allows("tested", TARGET, new Credentials(Callers.MEMBER));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          @ | true
          ! | false
          `` | true
          role:member | true
          role:MEMBER | true
          role:admin | false
          role:service | false
          rule:yes | true
          rule:no | false
          rule:unheard | false
          project_id:%(project_id)s | true
          tenant:%(project_id)s | true
          project_id:%(owner)s | false
          project_id:%(absent)s | false
          project_id:p1 | true
          user_id:u1 | true
          user_id:%(project_id)s | false
          is_admin:True | false
          is_admin:False | true
          roles:reader | true
          service_roles:service | true
          system_scope:all | false
          unheard:p1 | false
          'public':%(visibility)s | true
          "public":%(visibility)s | true
          'private':%(visibility)s | false
          'x%s':%(name)s | true
          True:True | true
          None:None | true
          5:5 | true
          not role:admin | true
          not not role:admin | false
          NOT role:member | false
          role:member and role:reader | true
          role:member AND role:admin | false
          role:admin or role:reader | true
          role:reader or role:admin and role:nobody | true
          (role:reader or role:admin) and role:nobody | false
          role:admin and role:nobody or role:reader | true
          role:admin and (role:nobody or role:reader) | false
          not role:admin and role:nobody | false
          not (role:admin and role:nobody) | true
          ((role:reader)) and ( role:member ) | true
          role:admin or (role:reader and (project_id:%(owner)s or 'public':%(visibility)s)) | true
          role:%(name)s | false
          """)
  void texts(String rule, boolean passes) {
    assertThat(memberPasses(rule)).isEqualTo(passes);
  }

  @Test
  void theOuterListIsJoinedByOrAndTheInnerByAnd() {
    assertThat(memberPasses(List.of())).isTrue();
    assertThat(memberPasses(List.of(List.of()))).isFalse();
    assertThat(memberPasses(List.of("role:admin", "role:member"))).isTrue();
    assertThat(memberPasses(List.of(List.of("role:admin", "role:member")))).isFalse();
    assertThat(memberPasses(List.of(List.of("role:admin"), List.of("role:member", "role:reader"))))
        .isTrue();
    assertThat(RuleParser.parse((Object) null)).isEqualTo(new Rule.Constant(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "role:admin and",
        "and role:admin",
        "role:admin role:member",
        "(role:admin",
        "role:admin)",
        "()",
        "not",
        "admin",
        "'quoted'",
        "'open:%(visibility)s",
        ":x",
        "project_id:%(owner)d",
        "project_id:%owner"
      })
  void brokenTextsAreRefused(String rule) {
    assertThatThrownBy(() -> RuleParser.parse(rule)).isInstanceOf(RuleSyntaxException.class);
  }

  @Test
  void otherTypesAreRefused() {
    assertThatThrownBy(() -> RuleParser.parse(Boolean.TRUE))
        .isInstanceOf(RuleSyntaxException.class);
    assertThatThrownBy(() -> RuleParser.parse(new ArrayList<>(Arrays.asList(5, 6))))
        .isInstanceOf(RuleSyntaxException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://policy.example/%(project_id)s", "https://policy.example/"})
  void checksByARemoteServerAreRefusedByName(String rule) {
    assertThatThrownBy(() -> RuleParser.parse("role:admin or " + rule))
        .hasMessageContaining("remote server");
  }

  @Test
  void anUnknownReferenceFallsBackToDefault() {
    RuleSet rules =
        new RuleSet(
            Map.of("default", new Rule.Constant(true), "a", RuleParser.parse("rule:unheard")));
    assertThat(rules.allows("a", TARGET, new Credentials(Callers.READER))).isTrue();
    assertThat(rules.allows("unheard", TARGET, new Credentials(Callers.READER))).isTrue();
  }

  @Test
  void aCircleOfRulesIsRefused() {
    assertThatThrownBy(
            () ->
                new RuleSet(
                    Map.of("a", RuleParser.parse("not rule:b"), "b", RuleParser.parse("rule:a"))))
        .hasMessageContaining("refers to itself");
    assertThatThrownBy(() -> new RuleSet(Map.of("default", RuleParser.parse("rule:unheard"))))
        .hasMessageContaining("refers to itself");
  }
}
