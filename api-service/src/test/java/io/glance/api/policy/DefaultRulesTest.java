package io.glance.api.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.kit.config.IniSettings;
import io.glance.kit.policy.Policy;
import io.glance.kit.policy.PolicyEngine;
import io.glance.kit.policy.RuleDefault;
import io.glance.model.RequestContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SEC-56, POL-24: every rule of POL-01 to POL-21 for every persona. Columns of a row: A admin, M
 * member, R reader, F member of a foreign project, S service user, N roles but no project; a letter
 * stands where the persona may.
 */
class DefaultRulesTest {
  private static final String EVERYBODY = "AMRFSN";

  private static final Map<Character, RequestContext> PERSONAS =
      Map.of(
          'A', caller("p9", "admin", "member", "reader"),
          'M', caller("p1", "member", "reader"),
          'R', caller("p1", "reader"),
          'F', caller("p2", "member", "reader"),
          'S', caller("p8", "service"),
          'N', caller(null, "member", "reader"));

  private static final Map<String, String> PRIVATE =
      Map.of("project_id", "p1", "owner", "p1", "visibility", "private");
  private static final Map<String, String> PUBLIC =
      Map.of("project_id", "p1", "owner", "p1", "visibility", "public");
  private static final Map<String, String> COMMUNITY =
      Map.of("project_id", "p1", "owner", "p1", "visibility", "community");
  private static final Map<String, String> SHARED_WITH_P2 =
      Map.of("project_id", "p1", "owner", "p1", "visibility", "shared", "member_id", "p2");
  private static final Map<String, String> ABOUT_MEMBER_P2 =
      Map.of("project_id", "p1", "member_id", "p2");
  private static final Map<String, String> NOTHING = Map.of();

  private static final List<Row> TABLE =
      List.of(
          new Row("default", NOTHING, EVERYBODY), // POL-01
          new Row("unheard_of", NOTHING, EVERYBODY),
          new Row("context_is_admin", NOTHING, "A"), // POL-02
          new Row("service_api", NOTHING, "AS"), // POL-03
          new Row("add_image", PRIVATE, "AM"), // POL-04
          new Row("add_image", Map.of("project_id", "p1", "owner", "p3"), "A"),
          new Row("get_images", Map.of("project_id", "p1"), "AMR"), // POL-05
          new Row("get_images", NOTHING, "A"),
          new Row("get_image", PRIVATE, "AMR"), // POL-06
          new Row("get_image", PUBLIC, "AMRFN"),
          new Row("get_image", COMMUNITY, "AMRFN"),
          new Row("get_image", SHARED_WITH_P2, "AMRFN"),
          new Row("download_image", PRIVATE, "AM"), // POL-07
          new Row("download_image", PUBLIC, "AMFN"),
          new Row("download_image", COMMUNITY, "AMFN"),
          new Row("download_image", SHARED_WITH_P2, "AMFN"),
          new Row("download_from_store", PRIVATE, "AM"),
          new Row("download_from_store", PUBLIC, "AMFN"),
          new Row("delete_image", PUBLIC, "AM"), // POL-08
          new Row("modify_image", PUBLIC, "AM"),
          new Row("upload_image", PUBLIC, "AM"),
          new Row("communitize_image", PUBLIC, "AM"),
          new Row("set_image_location", PUBLIC, "AM"),
          new Row("deactivate", PUBLIC, "AM"),
          new Row("reactivate", PUBLIC, "AM"),
          new Row("add_member", SHARED_WITH_P2, "AM"),
          new Row("delete_member", SHARED_WITH_P2, "AM"),
          new Row("get_image_location", PUBLIC, "AMR"), // POL-09
          new Row("publicize_image", PRIVATE, "A"), // POL-10
          new Row("delete_image_location", PRIVATE, "A"),
          new Row("copy_image", PRIVATE, "A"),
          new Row("get_member", ABOUT_MEMBER_P2, "AMRF"), // POL-11
          new Row("get_members", ABOUT_MEMBER_P2, "AMRF"),
          new Row("get_members", Map.of("project_id", "p1", "member_id", "p3"), "AMR"),
          new Row("modify_member", ABOUT_MEMBER_P2, "AF"), // POL-12
          new Row("add_image_location", PRIVATE, "AMS"), // POL-13
          new Row("fetch_image_location", PRIVATE, "AS"), // POL-14
          new Row("manage_image_cache", NOTHING, "A"), // POL-15
          new Row("cache_image", NOTHING, "A"),
          new Row("cache_list", NOTHING, "A"),
          new Row("cache_delete", NOTHING, "A"),
          new Row("cache_clean", NOTHING, "A"),
          new Row("cache_prune", NOTHING, "A"),
          new Row("list_cached_nodes", NOTHING, "A"),
          new Row("stores_info_detail", NOTHING, "AS"), // POL-16
          new Row("tasks_api_access", NOTHING, "A"), // POL-17
          new Row("get_task", NOTHING, EVERYBODY),
          new Row("get_tasks", NOTHING, EVERYBODY),
          new Row("add_task", NOTHING, EVERYBODY),
          new Row("modify_task", NOTHING, EVERYBODY),
          new Row("metadef_default", NOTHING, EVERYBODY), // POL-18
          new Row("metadef_admin", NOTHING, "A"),
          new Row("get_metadef_namespaces", Map.of("project_id", "p1"), "AMR")); // POL-19

  private static final List<String> READ_METADEFS = // POL-20
      List.of(
          "get_metadef_namespace",
          "get_metadef_object",
          "get_metadef_objects",
          "get_metadef_property",
          "get_metadef_properties",
          "get_metadef_tag",
          "get_metadef_tags",
          "list_metadef_resource_types",
          "get_metadef_resource_type");

  private static final List<String> CHANGE_METADEFS = // POL-21
      List.of(
          "add_metadef_namespace",
          "modify_metadef_namespace",
          "delete_metadef_namespace",
          "add_metadef_object",
          "modify_metadef_object",
          "delete_metadef_object",
          "add_metadef_property",
          "modify_metadef_property",
          "remove_metadef_property",
          "add_metadef_resource_type_association",
          "remove_metadef_resource_type_association",
          "add_metadef_tag",
          "add_metadef_tags",
          "modify_metadef_tag",
          "delete_metadef_tag",
          "delete_metadef_tags");

  private final Policy policy = policy("True");

  private record Row(String rule, Map<String, String> target, String allowed) {}

  private static RequestContext caller(String project, String... roles) {
    return new RequestContext(
        project, "u", Set.of(roles), Set.of("service"), false, false, false, "req-1");
  }

  private static Policy policy(String newDefaults) {
    return PolicyEngine.of(
        new DefaultRules(),
        IniSettings.of(Map.of("oslo_policy.enforce_new_defaults", newDefaults)),
        List.of());
  }

  private static Stream<Row> table() {
    return Stream.of(
            TABLE.stream(),
            READ_METADEFS.stream().map(rule -> new Row(rule, PRIVATE, "AMR")),
            READ_METADEFS.stream().map(rule -> new Row(rule, PUBLIC, "AMRFN")),
            CHANGE_METADEFS.stream().map(rule -> new Row(rule, PUBLIC, "A")))
        .flatMap(rows -> rows);
  }

  static Stream<Arguments> cases() {
    return table()
        .flatMap(
            row ->
                PERSONAS.entrySet().stream()
                    .map(
                        persona ->
                            Arguments.of(
                                row.rule(),
                                row.target(),
                                persona.getKey(),
                                persona.getValue(),
                                row.allowed().indexOf(persona.getKey()) >= 0)));
  }

  @ParameterizedTest(name = "{0} on {1} by {2}: {4}")
  @MethodSource("cases")
  void everyRuleForEveryPersona(
      String rule, Map<String, String> target, char name, RequestContext caller, boolean allowed) {
    assertThat(policy.allows(rule, target, caller)).isEqualTo(allowed);
  }

  @Test
  void theTableHasEveryRuleOnce() {
    List<String> shipped = new DefaultRules().rules().stream().map(RuleDefault::name).toList();
    assertThat(shipped).doesNotHaveDuplicates();
    Set<String> tested = new TreeSet<>(table().map(Row::rule).toList());
    tested.remove("unheard_of");
    assertThat(shipped).containsExactlyInAnyOrderElementsOf(tested);
  }

  @Test // AUTH-06
  void aSystemTokenIsRefusedForEveryRuleOfProjectScope() {
    RequestContext system =
        new RequestContext(null, "u", Set.of("admin"), Set.of(), true, false, true, "req-1");
    for (RuleDefault rule : new DefaultRules().rules()) {
      if (rule.projectScope()) {
        assertThat(policy.allows(rule.name(), PUBLIC, system)).as(rule.name()).isFalse();
      }
    }
  }

  @Test // POL-22: the same rules as Zed has them while enforce_new_defaults is off
  void legacyRulesLetAReaderWrite() {
    Policy legacy = policy("False");
    assertThat(legacy.allows("delete_image", PRIVATE, PERSONAS.get('R'))).isTrue();
    assertThat(legacy.allows("publicize_image", PRIVATE, PERSONAS.get('R'))).isFalse();
    assertThat(legacy.allows("add_metadef_namespace", PRIVATE, PERSONAS.get('R'))).isFalse();
  }
}
