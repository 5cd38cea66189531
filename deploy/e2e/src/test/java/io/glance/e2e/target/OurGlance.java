package io.glance.e2e.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Our two services as processes of their own: one registry with a database of its own, and one api
 * for each configuration that is asked for. They end with this JVM.
 */
public final class OurGlance {
  private static final Map<String, String> JAVA =
      Map.of(
          "GLANCE_JAVA_OPTS",
          System.getProperty(
              "glance.java-opts",
              "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError"));

  private static OurGlance running;
  private static Throwable failure;

  private final Path directory;
  private final Auth auth = Auth.configured(Auth.TRUSTED);
  private final String key = UUID.randomUUID().toString();
  private final int registryPort = ServiceProcess.freePort();
  private final ServiceProcess registry;
  private final Map<Profile, ServiceProcess> apis = new EnumMap<>(Profile.class);

  private OurGlance(String name) {
    directory = Path.of(System.getProperty("glance.work", "target/services")).resolve(name);
    removeTree(directory);
    Path config = registryFile("glance_e2e_" + name);
    ServiceProcess.run(JAVA, "glance-manage", "--config-file", config.toString(), "db_sync").ok();
    registry = start("glance-registry", config, registryPort).ready();
  }

  /** The services that all tests share. */
  static synchronized OurGlance running() {
    if (failure != null) {
      throw new IllegalStateException("the services did not start before", failure);
    }
    if (running == null) {
      try {
        running = new OurGlance("shared");
      } catch (RuntimeException | AssertionError e) {
        failure = e;
        throw e;
      }
    }
    return running;
  }

  /** Services for one test class, which may do to them what it likes. */
  public static OurGlance ofItsOwn(String name) {
    return new OurGlance(name);
  }

  /** The api of a configuration, started if need be. */
  public synchronized ServiceProcess api(Profile profile) {
    return apis.computeIfAbsent(profile, this::startApi);
  }

  /** The registry. */
  public ServiceProcess registry() {
    return registry;
  }

  /** Everything that lies in the stores of a configuration. */
  public Stream<Path> storedFiles(Profile profile) {
    try (Stream<Path> found = Files.walk(stores(profile))) {
      return found.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The api of a configuration as what is to be tested. */
  public Target target(Profile profile) {
    return new Target(api(profile).url(), auth, false);
  }

  private ServiceProcess startApi(Profile profile) {
    int port = ServiceProcess.freePort();
    return start("glance-api", apiFile(profile, port), port).ready();
  }

  private ServiceProcess start(String program, Path config, int port) {
    Path log = Path.of(config.toString().replace(".conf", ".log"));
    return ServiceProcess.start(program, config, port, log, JAVA);
  }

  private Path registryFile(String database) {
    IniFile file = common(registryPort);
    file.set("database", "connection", TestDatabase.running().fresh(database));
    return file.write(directory.resolve("registry.conf"));
  }

  private Path apiFile(Profile profile, int port) {
    IniFile file = common(port);
    file.set("registry_client", "port", registryPort);
    file.set("reconciler", "interval_seconds", 1, "lease_seconds", 3);
    Path stores = stores(profile);
    switch (profile) {
      case MAIN -> severalStores(file, stores);
      case QUOTAS -> smallLimits(severalStores(file, stores));
      case SINGLE -> oneStore(file, stores);
    }
    return file.write(directory.resolve(profile.name().toLowerCase(Locale.ROOT) + ".conf"));
  }

  private IniFile common(int port) {
    IniFile file = new IniFile();
    file.set("DEFAULT", "bind_host", "127.0.0.1", "bind_port", port);
    file.set("service_context", "key", key);
    switch (auth) {
      case NONE -> file.set("paste_deploy", "flavor", "");
      case TRUSTED -> file.set("paste_deploy", "flavor", "trusted-auth");
      case KEYSTONE -> keystone(file);
    }
    return file;
  }

  private static void keystone(IniFile file) {
    String url = System.getProperty("glance.keystone.url", "http://127.0.0.1:5000");
    file.set("paste_deploy", "flavor", "keystone");
    file.set(
        "keystone_authtoken",
        "www_authenticate_uri",
        url,
        "auth_url",
        url,
        "auth_type",
        "password",
        "username",
        "glance",
        "password",
        System.getProperty("glance.keystone.password", "secret"),
        "project_name",
        "service",
        "user_domain_id",
        "default",
        "project_domain_id",
        "default");
  }

  private static IniFile severalStores(IniFile file, Path stores) {
    file.set(
        "DEFAULT",
        "enabled_backends",
        "file:file, file2:file, http:http",
        "show_multiple_locations",
        "True",
        "show_image_direct_url",
        "True");
    file.set("cors", "allowed_origin", "http://dashboard.example");
    file.set("glance_store", "default_backend", "file");
    file.set("file", "filesystem_store_datadir", stores.resolve("file"));
    file.set("file2", "filesystem_store_datadir", stores.resolve("file2"));
    return file;
  }

  private static void smallLimits(IniFile file) {
    file.set(
        "DEFAULT",
        "image_member_quota",
        3,
        "image_property_quota",
        3,
        "image_tag_quota",
        3,
        "image_location_quota",
        3,
        "image_size_cap",
        65_536,
        "user_storage_quota",
        100_000,
        "limit_param_default",
        4,
        "api_limit_max",
        7);
  }

  private static void oneStore(IniFile file, Path stores) {
    file.set(
        "DEFAULT",
        "public_endpoint",
        "http://images.example:9292",
        "allow_anonymous_access",
        "True",
        "enabled_import_methods",
        "[]");
    file.set(
        "glance_store",
        "stores",
        "file,http",
        "default_store",
        "file",
        "filesystem_store_datadir",
        stores.resolve("file"));
  }

  private Path stores(Profile profile) {
    Path stores = directory.resolve("stores-" + profile).toAbsolutePath();
    try {
      return Files.createDirectories(stores);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void removeTree(Path directory) {
    if (Files.exists(directory)) {
      try (Stream<Path> found = Files.walk(directory)) {
        found.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
