package io.glance.api.testing;

import io.glance.kit.config.GlanceSettings;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Glance's defaults, changeable by a test, which puts them back with {@link #reset}. */
@Alternative
@Singleton
public class TestSettings implements GlanceSettings {
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("registry_client/host", "127.0.0.1"),
          Map.entry("registry_client/port", "9191"),
          Map.entry("registry_client/protocol", "http"),
          Map.entry("service_context/key", "a key that only tests use"),
          Map.entry("oslo_policy/policy_file", "policy.yaml"),
          Map.entry("oslo_policy/policy_dirs", ""),
          Map.entry("oslo_policy/enforce_scope", "true"),
          Map.entry("oslo_policy/enforce_new_defaults", "true"),
          Map.entry("DEFAULT/image_property_quota", "128"),
          Map.entry("DEFAULT/image_tag_quota", "128"),
          Map.entry("DEFAULT/image_member_quota", "128"),
          Map.entry("DEFAULT/image_location_quota", "10"),
          Map.entry("DEFAULT/limit_param_default", "25"),
          Map.entry("DEFAULT/api_limit_max", "1000"),
          Map.entry("DEFAULT/show_image_direct_url", "false"),
          Map.entry("DEFAULT/show_multiple_locations", "false"),
          Map.entry("DEFAULT/delayed_delete", "false"),
          Map.entry("DEFAULT/enabled_import_methods", ""),
          Map.entry("DEFAULT/enabled_backends", ""),
          Map.entry(
              "image_format/disk_formats", "ami,ari,aki,vhd,vhdx,vmdk,raw,qcow2,vdi,iso,ploop"),
          Map.entry(
              "image_format/container_formats", "ami,ari,aki,bare,ovf,ova,docker,compressed"));

  private final Map<String, String> values = new ConcurrentHashMap<>(DEFAULTS);

  /** Sets an option of {@code [DEFAULT]}. */
  public void set(String option, String value) {
    values.put("DEFAULT/" + option, value);
  }

  /** Back to the defaults. */
  public void reset() {
    values.clear();
    values.putAll(DEFAULTS);
  }

  @Override
  public Optional<String> text(String section, String option) {
    return Optional.ofNullable(values.get(section + "/" + option));
  }

  @Override
  public long integer(String section, String option) {
    return Long.parseLong(required(section, option));
  }

  @Override
  public boolean flag(String section, String option) {
    return Boolean.parseBoolean(required(section, option));
  }

  @Override
  public List<String> list(String section, String option) {
    String value = required(section, option);
    return value.isEmpty() ? List.of() : List.of(value.split(","));
  }

  @Override
  public List<String> multi(String section, String option) {
    return list(section, option);
  }

  @Override
  public boolean isSet(String section, String option) {
    return values.containsKey(section + "/" + option);
  }

  @Override
  public Set<String> sections() {
    return Set.of("DEFAULT", "image_format");
  }

  @Override
  public Optional<String> raw(String section, String option) {
    return text(section, option);
  }

  @Override
  public List<String> rawMulti(String section, String option) {
    return List.of();
  }
}
