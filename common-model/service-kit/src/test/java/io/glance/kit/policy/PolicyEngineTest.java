package io.glance.kit.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.glance.kit.config.IniSettings;
import io.glance.kit.config.SettingsException;
import io.glance.model.RequestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyEngineTest {
  private static final List<RuleDefault> DEFAULTS =
      List.of(
          new RuleDefault("default", "", null, false),
          new RuleDefault("context_is_admin", "role:admin", null, false),
          new RuleDefault("get_image", "role:reader", "rule:default", true),
          new RuleDefault("delete_image", "role:admin", "rule:default", true),
          new RuleDefault("publicize_image", "role:admin", null, true));

  @TempDir Path directory;
  private final AtomicLong now = new AtomicLong();
  private final Map<String, String> settings = new HashMap<>();

  private PolicyEngine engine() {
    return new PolicyEngine(
        DEFAULTS,
        PolicyOptions.of(IniSettings.of(settings), List.of(directory.resolve("no"), directory)),
        now::get);
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static boolean allows(Policy policy, String rule, RequestContext caller) {
    return policy.allows(rule, Map.of(), caller);
  }

  @Test
  void withoutAFileTheShippedRulesHold() {
    Policy policy = engine();
    assertThat(allows(policy, "get_image", Callers.READER)).isTrue();
    assertThat(allows(policy, "delete_image", Callers.MEMBER)).isFalse();
    assertThat(allows(policy, "delete_image", Callers.ADMIN)).isTrue();
    assertThat(allows(policy, "unheard", Callers.READER)).isTrue();
  }

  @Test // POL-23
  void filesOverrideInOrder() throws IOException {
    write("policy.yaml", "# ours\ndelete_image: role:member\nget_image: '!'\n");
    write("policy.d/20.yaml", "get_image: role:reader\n");
    write("policy.d/10.json", "{\"get_image\": \"role:nobody\", \"default\": \"!\"}");
    write("policy.d/.hidden", "get_image: '!'\n");
    Policy policy = engine();
    assertThat(allows(policy, "delete_image", Callers.MEMBER)).isTrue();
    assertThat(allows(policy, "get_image", Callers.READER)).isTrue();
    assertThat(allows(policy, "unheard", Callers.ADMIN)).isFalse();
  }

  @Test // POL-23
  void jsonOfOldStandsInForAMissingYamlFile() throws IOException {
    write("policy.json", "{\"get_image\": [[\"role:admin\"], [\"role:nobody\"]]}");
    assertThat(allows(engine(), "get_image", Callers.READER)).isFalse();
  }

  @ParameterizedTest // POL-23
  @ValueSource(
      strings = {
        "get_image: role:admin and\n",
        "get_image: http://policy.example/\n",
        "get_image: true\n",
        "- get_image\n",
        "get_image: 'open\n",
        "get_image: rule:get_image\n"
      })
  void aBrokenFileStopsTheStartAndNamesItself(String text) throws IOException {
    write("policy.yaml", text);
    assertThatThrownBy(this::engine)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("policy.yaml");
  }

  @Test // POL-23
  void aChangedFileIsReadAgainAndABrokenOneLeavesTheRules() throws IOException {
    write("policy.yaml", "get_image: role:admin\n");
    PolicyEngine policy = engine();
    assertThat(allows(policy, "get_image", Callers.READER)).isFalse();

    write("policy.yaml", "get_image: role:reader or role:admin\n");
    assertThat(allows(policy, "get_image", Callers.READER)).as("not looked yet").isFalse();
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(allows(policy, "get_image", Callers.READER)).isTrue();

    write("policy.yaml", "get_image: role:reader or role:admin or\n");
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(allows(policy, "get_image", Callers.READER)).isTrue();

    Files.delete(directory.resolve("policy.yaml"));
    write("policy.d/a.yaml", "get_image: '!'\n");
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(allows(policy, "get_image", Callers.READER)).isFalse();
  }

  @Test // AUTH-06
  void systemScopeIsRefusedForProjectRulesOnly() {
    assertThat(allows(engine(), "get_image", Callers.SYSTEM_ADMIN)).isFalse();
    assertThat(allows(engine(), "context_is_admin", Callers.SYSTEM_ADMIN)).isTrue();
    settings.put("oslo_policy.enforce_scope", "False");
    assertThat(allows(engine(), "delete_image", Callers.SYSTEM_ADMIN)).isTrue();
  }

  @Test
  void deprecatedCheckStringsAllowWhileNewDefaultsAreOff() throws IOException {
    settings.put("oslo_policy.enforce_new_defaults", "False");
    assertThat(allows(engine(), "delete_image", Callers.READER)).isTrue();
    assertThat(allows(engine(), "publicize_image", Callers.READER)).isFalse();
    write("policy.yaml", "delete_image: role:admin\n");
    assertThat(allows(engine(), "delete_image", Callers.READER)).as("overridden").isFalse();
  }

  @ParameterizedTest // AUTH-03
  @ValueSource(strings = {"True", "False"})
  void anonymousCallersMayReadAndNothingElse(String newDefaults) {
    settings.put("oslo_policy.enforce_new_defaults", newDefaults);
    assertThat(allows(engine(), "get_image", Callers.ANONYMOUS)).isTrue();
    assertThat(allows(engine(), "delete_image", Callers.ANONYMOUS)).isFalse();
    assertThat(allows(engine(), "context_is_admin", Callers.ANONYMOUS)).isFalse();
  }
}
