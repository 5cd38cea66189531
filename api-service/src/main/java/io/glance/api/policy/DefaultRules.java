package io.glance.api.policy;

import io.glance.kit.policy.PolicyDefaults;
import io.glance.kit.policy.RuleDefault;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the Images API as they are shipped (rows POL-01 to POL-21).
 *
 * <p>Source: glance/policies/*.py. Targets name the image's owner {@code project_id} (and {@code
 * owner}), its {@code visibility}, and {@code member_id}.
 */
@Singleton
public class DefaultRules implements PolicyDefaults {
  private static final String ADMIN = "rule:context_is_admin";
  private static final String OWN = "project_id:%(project_id)s";
  private static final String IS_MEMBER = "project_id:%(member_id)s";
  private static final String PUBLIC = "'public':%(visibility)s";
  private static final String SEEN =
      "("
          + OWN
          + " or "
          + IS_MEMBER
          + " or 'community':%(visibility)s or "
          + PUBLIC
          + " or 'shared':%(visibility)s)";

  private static final String ADMIN_OR_MEMBER = ADMIN + " or (role:member and " + OWN + ")";
  private static final String ADMIN_OR_READER = ADMIN + " or (role:reader and " + OWN + ")";
  private static final String ADMIN_OR_READER_GET = ADMIN + " or (role:reader and " + SEEN + ")";
  private static final String ADMIN_OR_MEMBER_DOWNLOAD =
      ADMIN + " or (role:member and " + SEEN + ")";
  private static final String ADMIN_OR_READER_OR_SHARED =
      ADMIN + " or (role:reader and (" + OWN + " or " + IS_MEMBER + "))";
  private static final String ADMIN_OR_READER_OF_NAMESPACE =
      ADMIN + " or (role:reader and (" + OWN + " or " + PUBLIC + "))";

  private final List<RuleDefault> rules = new ArrayList<>();

  /** The table. */
  public DefaultRules() {
    rules.add(new RuleDefault("default", "", "role:admin", false)); // POL-01
    rules.add(new RuleDefault("context_is_admin", "role:admin", null, false)); // POL-02
    rules.add(new RuleDefault("service_api", "role:service or role:admin", null, false)); // POL-03
    addImages();
    addMembers();
    addOperations();
    addMetadefs();
  }

  @Override
  public List<RuleDefault> rules() {
    return List.copyOf(rules);
  }

  private void addImages() {
    old(
        ADMIN + " or (role:member and " + OWN + " and project_id:%(owner)s)",
        "add_image"); // POL-04
    old(ADMIN_OR_READER, "get_images"); // POL-05
    old(ADMIN_OR_READER_GET, "get_image"); // POL-06
    old(ADMIN_OR_MEMBER_DOWNLOAD, "download_image"); // POL-07
    add(ADMIN_OR_MEMBER_DOWNLOAD, null, "download_from_store");
    old(
        ADMIN_OR_MEMBER, // POL-08
        "delete_image",
        "modify_image",
        "upload_image",
        "communitize_image",
        "set_image_location",
        "deactivate",
        "reactivate");
    old(ADMIN_OR_READER, "get_image_location"); // POL-09
    add(ADMIN, null, "publicize_image", "copy_image"); // POL-10
    old(ADMIN, "delete_image_location");
    add("rule:service_api or (role:member and " + OWN + ")", null, "add_image_location"); // POL-13
    add("rule:service_api", null, "fetch_image_location"); // POL-14
  }

  private void addMembers() {
    old(ADMIN_OR_MEMBER, "add_member", "delete_member"); // POL-08
    old(ADMIN_OR_READER_OR_SHARED, "get_member", "get_members"); // POL-11
    old(ADMIN + " or (role:member and " + IS_MEMBER + ")", "modify_member"); // POL-12
  }

  private void addOperations() {
    add(ADMIN, null, "manage_image_cache"); // POL-15
    add(ADMIN, "rule:manage_image_cache", "cache_image", "cache_list", "cache_delete");
    add(ADMIN, null, "cache_clean", "cache_prune", "list_cached_nodes");
    add(ADMIN + " or role:service", null, "stores_info_detail"); // POL-16
    add(ADMIN, null, "tasks_api_access"); // POL-17
    add("rule:default", null, "get_task", "get_tasks", "add_task", "modify_task");
  }

  private void addMetadefs() {
    rules.add(new RuleDefault("metadef_default", "", null, false)); // POL-18
    rules.add(new RuleDefault("metadef_admin", ADMIN, null, false));
    add(ADMIN_OR_READER, "rule:metadef_default", "get_metadef_namespaces"); // POL-19
    add(
        ADMIN_OR_READER_OF_NAMESPACE, // POL-20
        "rule:metadef_default",
        "get_metadef_namespace",
        "get_metadef_object",
        "get_metadef_objects",
        "get_metadef_property",
        "get_metadef_properties",
        "get_metadef_tag",
        "get_metadef_tags",
        "list_metadef_resource_types",
        "get_metadef_resource_type");
    add(
        "rule:metadef_admin", // POL-21
        null,
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
  }

  /** Rules that once were open to everybody. */
  private void old(String check, String... names) {
    add(check, "rule:default", names);
  }

  private void add(String check, @Nullable String deprecated, String... names) {
    for (String name : names) {
      rules.add(new RuleDefault(name, check, deprecated, true));
    }
  }
}
