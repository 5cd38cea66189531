package io.glance.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Starts database and services, does the main job, stops them again or tells how they are. */
final class Quickstart {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);

  private final PrintStream out;
  private final Place place;
  private final Map<String, String> environment;
  private final Daemon database;
  private final Daemon registry;
  private final Daemon api;
  private final Deque<Daemon> started = new ArrayDeque<>();

  private Quickstart(PrintStream out, Place place, Map<String, String> environment) {
    this.out = out;
    this.place = place;
    this.environment = environment;
    this.database = new Daemon("database", place.run());
    this.registry = new Daemon("glance-registry", place.run());
    this.api = new Daemon("glance-api", place.run());
  }

  /**
   * Runs a command.
   *
   * @param args the project's root; start, stop or status
   */
  public static void main(String[] args) {
    Quickstart quickstart =
        new Quickstart(System.out, new Place(Path.of(args[0]).toAbsolutePath()), System.getenv());
    try {
      System.exit(quickstart.run(args[1]));
    } catch (QuickstartException e) {
      System.err.println("quickstart: " + e.getMessage());
    } catch (IOException e) {
      System.err.println("quickstart: lost the service or a file: " + e);
    }
    quickstart.stopStarted();
    System.exit(1);
  }

  private int run(String command) throws IOException {
    Files.createDirectories(place.run());
    return switch (command) {
      case "start" -> start();
      case "stop" -> stop();
      case "status" -> status();
      default -> throw new QuickstartException("unknown command " + command);
    };
  }

  private int start() throws IOException {
    long begin = System.nanoTime();
    Ports ports = Ports.of(environment);
    Configuration configuration = new Configuration(place, ports);
    boolean databaseIsNew = database.process().isEmpty();
    String connection = startDatabase(ports);
    configuration.write(connection);
    if (databaseIsNew || registry.process().isEmpty()) {
      synchronizeSchema(configuration);
    }
    startServices(ports, configuration);
    String endpoint = "http://127.0.0.1:" + ports.api();
    say("started", "after %.1f s".formatted((System.nanoTime() - begin) / 1e9));
    new MainJob(new ImagesClient(endpoint), place, out, System.console() != null).run();
    explain(endpoint, ports);
    return 0;
  }

  private String startDatabase(Ports ports) throws IOException {
    Optional<DatabaseUrl> own = DatabaseUrl.of(environment);
    if (own.isPresent()) {
      say("database", "yours, " + own.get());
      return own.get().sqlAlchemy();
    }
    requireEmbeddedDatabaseRuns();
    Path url = place.in("database.url");
    if (database.process().isEmpty()) {
      ports.requireDatabaseFree();
      Files.deleteIfExists(url);
      start(
          database,
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx32m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              DatabaseServer.class.getName(),
              place.in("database").toString(),
              String.valueOf(ports.database()),
              url.toString()));
    }
    database.await(() -> Files.exists(url), START_LIMIT);
    say("database", "MariaDB, data in " + place.shown(place.in("database")));
    return Files.readString(url);
  }

  private static void requireEmbeddedDatabaseRuns() {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (!system.toLowerCase(Locale.ROOT).equals("linux amd64")) {
      throw new QuickstartException(
          """
          the database that comes with it runs on Linux x86-64 only, and this is %s.
          Name an empty MySQL or MariaDB database instead:
            GLANCE_JDBC_URL=jdbc:mysql://HOST:3306/glance GLANCE_JDBC_USER=... GLANCE_JDBC_PASSWORD=... deploy/quickstart"""
              .formatted(system));
    }
  }

  private void synchronizeSchema(Configuration configuration) {
    List<String> command =
        List.of(
            place.command("glance-manage").toString(),
            "--config-file",
            configuration.registryFile().toString(),
            "db",
            "sync");
    say("schema", new Daemon("glance-manage", place.run()).runToEnd(command, START_LIMIT));
  }

  private void startServices(Ports ports, Configuration configuration) {
    boolean startRegistry = registry.process().isEmpty();
    boolean startApi = api.process().isEmpty();
    if (startRegistry) {
      ports.requireRegistryFree();
    }
    if (startApi) {
      ports.requireApiFree();
    }
    if (startRegistry) {
      startService(registry, configuration.registryFile());
    }
    if (startApi) {
      startService(api, configuration.apiFile());
    }
    awaitService(registry, ports.registry(), "/q/health/ready");
    awaitService(api, ports.api(), "/healthcheck");
  }

  private void startService(Daemon service, Path file) {
    start(
        service,
        List.of(place.command(service.name()).toString(), "--config-file", file.toString()));
  }

  private void start(Daemon daemon, List<String> command) {
    daemon.start(command);
    started.push(daemon);
  }

  /** Leaves nothing behind of a start that failed. */
  private void stopStarted() {
    started.forEach(Daemon::stop);
  }

  private void awaitService(Daemon service, int port, String path) {
    ImagesClient client = new ImagesClient("http://127.0.0.1:" + port);
    service.await(() -> client.isHealthy(path), START_LIMIT);
  }

  private int stop() {
    for (Daemon each : List.of(api, registry, database)) {
      say(each.name(), each.stop() ? "stopped" : "was not running");
    }
    return 0;
  }

  private int status() {
    boolean all = true;
    for (Daemon each : List.of(api, registry, database)) {
      Optional<ProcessHandle> process = each.process();
      all &= process.isPresent();
      say(
          each.name(),
          process
              .map(handle -> "running, pid " + handle.pid() + ", " + place.shown(each.log()))
              .orElse("not running"));
    }
    return all ? 0 : 3;
  }

  private void explain(String endpoint, Ports ports) {
    String disk = place.shown(place.in("downloaded.qcow2"));
    out.println(
        """

        Images API       %s    (glance-registry: http://127.0.0.1:%d)
        Go on with       openstack --os-auth-type none --os-endpoint %s image list
        Boot the disk    qemu-system-x86_64 -m 32 -display none -serial stdio -drive format=qcow2,file=%s
        Logs and data    %s (remove it, when stopped, to begin anew)
        How it is        deploy/quickstart status
        Stop             deploy/quickstart stop"""
            .formatted(endpoint, ports.registry(), endpoint, disk, place.shown(place.run())));
  }

  private void say(String what, String text) {
    out.println("%-16s %s".formatted(what, text));
  }
}
