package io.glance.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.kit.config.option.Option;
import io.glance.kit.config.option.OptionCatalog;
import io.glance.kit.config.option.Service;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Defaults as the feature table lists them; an empty one stands for unset. */
class CatalogDefaultsTest {
  private static final OptionCatalog CATALOG = OptionCatalog.of(Service.API);

  // CFG-01
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "public_endpoint=",
        "show_image_direct_url=False",
        "show_multiple_locations=False",
        "do_secure_hash=True",
        "http_retries=3",
        "hashing_algorithm=sha512",
        "limit_param_default=25",
        "api_limit_max=1000",
        "image_size_cap=1099511627776",
        "user_storage_quota=0",
        "image_member_quota=128",
        "image_property_quota=128",
        "image_tag_quota=128",
        "image_location_quota=10",
        "use_keystone_limits=False",
        "allow_anonymous_access=False",
        "max_request_id_length=64",
        "enabled_import_methods=[glance-direct,web-download,copy-image]",
        "node_staging_uri=file:///tmp/staging/",
        "worker_self_reference_url=",
        "metadata_encryption_key=",
        "digest_algorithm=sha256",
        "property_protection_file=",
        "property_protection_rule_format=roles",
        "default_publisher_id=image.localhost",
        "delayed_delete=False",
        "scrub_time=0",
        "scrub_pool_size=1",
        "wakeup_time=300",
        "daemon=False",
        "restore=",
      })
  void apiOptions(String option, String expected) {
    assertDefault("DEFAULT", option, expected);
  }

  // CFG-02
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "bind_host=0.0.0.0",
        "bind_port=9292",
        "backlog=4096",
        "workers=",
        "tcp_keepidle=600",
        "http_keepalive=True",
        "client_socket_timeout=900",
        "max_header_line=16384",
        "allow_additional_image_properties=True",
      })
  void serverOptions(String option, String expected) {
    assertDefault("DEFAULT", option, expected);
  }

  // CFG-03, CFG-04, CFG-05
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "image_format.vmdk_allowed_types=streamOptimized,monolithicSparse",
        "image_format.require_image_format_match=True",
        "image_format.container_formats=ami,ari,aki,bare,ovf,ova,docker,compressed",
        "image_format.disk_formats=ami,ari,aki,vhd,vhdx,vmdk,raw,qcow2,vdi,iso,ploop",
        "task.task_time_to_live=48",
        "task.task_executor=taskflow",
        "task.work_dir=",
        "taskflow_executor.engine_mode=parallel",
        "taskflow_executor.max_workers=10",
        "taskflow_executor.conversion_format=",
        "wsgi.task_pool_threads=16",
        "image_import_opts.image_import_plugins=[]",
        "image_import_opts.max_parallel_stores=1",
        "import_filtering_opts.allowed_schemes=[http,https]",
        "import_filtering_opts.allowed_ports=[80,443]",
        "inject_metadata_properties.ignore_user_roles=admin",
        "image_conversion.output_format=raw",
        "glance_download_properties.extra_properties="
            + "hw_,trait:,os_distro,os_secure_boot,os_type",
      })
  void formatTaskAndImportOptions(String option, String expected) {
    int dot = option.indexOf('.');
    assertDefault(option.substring(0, dot), option.substring(dot + 1), expected);
  }

  // CFG-06, CFG-07, CFG-08, CFG-09, CFG-12
  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      value = {
        "DEFAULT.image_cache_dir=",
        "DEFAULT.image_cache_driver=centralized_db",
        "DEFAULT.image_cache_max_size=10737418240",
        "DEFAULT.image_cache_stall_time=86400",
        "DEFAULT.image_cache_sqlite_db=cache.db",
        "glance_store.stores=file,http",
        "glance_store.default_store=file",
        "glance_store.default_backend=",
        "database.connection=",
        "database.connection_recycle_time=3600",
        "keystone_authtoken.auth_type=password",
        "keystone_authtoken.service_token_roles=service",
        "keystone_authtoken.service_token_roles_required=False",
        "keystone_authtoken.insecure=False",
        "os_glance_staging_store.filesystem_store_datadir=/var/lib/glance/staging",
        "os_glance_tasks_store.filesystem_store_datadir=/var/lib/glance/tasks_work_dir",
      })
  void cacheStoreDatabaseAndKeystoneOptions(String option, String expected) {
    int dot = option.indexOf('.');
    assertDefault(option.substring(0, dot), option.substring(dot + 1), expected);
  }

  @Test
  void everyDefaultPassesItsOwnCheck() {
    Map<String, String> defaults =
        CATALOG.options().stream()
            .filter(option -> option.defaultValue() != null && !option.defaultValue().isEmpty())
            .collect(
                Collectors.toMap(
                    option -> option.section() + "." + option.name(),
                    option -> String.valueOf(option.defaultValue())));

    assertThat(defaults).hasSizeGreaterThan(100);
    new SettingsCheck(IniSettings.of(defaults)).run();
  }

  @Test
  void noOldNameIsAnotherOptionsName() {
    assertThat(CATALOG.options())
        .flatExtracting(Option::oldNames)
        .allSatisfy(old -> assertThat(CATALOG.find(old.section(), old.name())).isNull());
  }

  @Test
  void optionsThatLookSecretAreMarkedSo() {
    assertThat(CATALOG.options())
        .filteredOn(option -> option.name().matches("(?s).*(password|secret|encryption_key).*"))
        .allMatch(Option::secret);
  }

  private static void assertDefault(String section, String name, String expected) {
    assertThat(CATALOG.find(section, name))
        .isNotNull()
        .extracting(Option::defaultValue)
        .isEqualTo(expected);
  }
}
