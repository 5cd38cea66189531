package io.glance.e2e.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands hand to Java, seen through a Java that prints its arguments (CMD-11). */
class DeploymentCommandsTest {
  @TempDir Path home;

  private record Outcome(int status, String output, String errors) {}

  @BeforeEach
  void installFakes() throws IOException {
    for (String program : List.of("glance-api", "glance-registry")) {
      Path directory = Files.createDirectories(home.resolve("lib/" + program + "/app"));
      Files.createFile(directory.resolve(program + "-1.2.3.jar"));
      Files.createFile(directory.resolveSibling("quarkus-run.jar"));
    }
    Path java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.createDirectories(home.resolve("etc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"glance-api", "glance-registry", "glance-manage"})
  void helpNamesTheOptions(String command) {
    assertThat(run(command, "--help"))
        .satisfies(outcome -> assertThat(outcome.status()).isZero())
        .extracting(Outcome::output)
        .asString()
        .contains("usage: " + command, "--config-file", "--config-dir", "--version");
  }

  @ParameterizedTest
  @ValueSource(strings = {"glance-api", "glance-registry", "glance-manage"})
  void versionIsTheBuiltOnes(String command) {
    assertThat(run(command, "--version").output().strip()).isEqualTo("1.2.3");
  }

  @ParameterizedTest
  @CsvSource({"glance-api", "glance-registry"})
  void filesAndDirectoriesReachTheServiceInTheirOrder(String command) {
    Path one = file("one.conf");
    Path two = file("two.conf");

    Outcome outcome =
        run(command, "--config-file", one + "", "--config-file=" + two, "--config-dir", home + "");

    assertThat(outcome.output().lines())
        .contains(
            "-Dglance.config-file=" + one + "," + two,
            "-Dglance.config-dir=" + home,
            home.resolve("lib/" + command + "/quarkus-run.jar").toString());
  }

  @Test
  void withoutOptionsTheServicesOwnFileAndDirectoryAreTaken() throws IOException {
    Path conf = file("etc/glance-api.conf");
    Path directory = Files.createDirectories(home.resolve("etc/glance-api.conf.d"));
    file("etc/glance-registry.conf");

    assertThat(run("glance-api").output().lines())
        .contains("-Dglance.config-file=" + conf, "-Dglance.config-dir=" + directory);
  }

  @Test
  void withoutAnyFileTheServiceStartsOnItsDefaults() {
    assertThat(run("glance-registry").output()).contains("-jar").doesNotContain("-Dglance.config");
  }

  // CMD-01
  @Test
  void manageHandsTheSubcommandOnAndReadsTheRegistrysFile() {
    Path conf = file("etc/glance-registry.conf");
    file("etc/glance-api.conf");

    assertThat(run("glance-manage", "db", "sync", "--version", "x").output().lines())
        .contains("-Dglance.config-file=" + conf)
        .endsWith("io.glance.registry.manage.GlanceManage", "db", "sync", "--version", "x");
  }

  @Test
  void manageReadsTheApisFileWhereTheRegistryHasNone() {
    Path conf = file("etc/glance-api.conf");

    assertThat(run("glance-manage", "db_sync").output())
        .contains("-Dglance.config-file=" + conf + "\n");
  }

  @Test
  void manageTakesAFileBeforeTheSubcommand() {
    Path conf = file("mine.conf");

    assertThat(run("glance-manage", "--config-file", conf + "", "db_sync").output())
        .contains("-Dglance.config-file=" + conf + "\n");
  }

  @Test
  void manageHandsDebugOn() {
    assertThat(run("glance-manage", "--debug", "db_sync").output().lines())
        .endsWith("io.glance.registry.manage.GlanceManage", "--debug", "db_sync");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--config-file /none.conf|cannot read configuration file /none.conf",
        "--config-dir /none.d|cannot read configuration directory /none.d",
        "--config-file|--config-file needs a value",
        "--colour|unknown argument: --colour",
      })
  void misuseIsOneLineAndAFailure(String arguments, String problem) {
    Outcome outcome = run("glance-api", arguments.split(" "));

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.errors().lines()).singleElement().asString().contains(problem);
  }

  @Test
  void manageWithoutASubcommandShowsItsHelp() {
    Outcome outcome = run("glance-manage");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.errors()).contains("usage: glance-manage");
  }

  @ParameterizedTest
  @ValueSource(strings = {"glance-api", "glance-registry"})
  void heapAndBuffersTogetherFitIntoTheLimitOfAPod(String command) { // 512 MiB
    assertThat(run(command).output().lines()).contains("-Xmx256m", "-XX:MaxDirectMemorySize=128m");
    assertThat(run(command, "--help").output()).contains("-Xmx256m -XX:MaxDirectMemorySize=128m");
  }

  @Test
  void optionsOfTheJvmCanBeReplaced() {
    assertThat(run(Map.of("GLANCE_JAVA_OPTS", "-Xmx1g -Da=b"), "glance-api").output().lines())
        .contains("-Xmx1g", "-Da=b")
        .noneMatch(line -> line.equals("-Xmx256m") || line.startsWith("-XX:MaxDirectMemorySize"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"openstack-glance-api", "openstack-glance-registry"})
  void unitStartsTheCommandAsItsOwnUser(String unit) {
    String command = unit.replace("openstack-", "");

    assertThat(Repository.text("deploy/systemd/" + unit + ".service").lines())
        .contains(
            "ExecStart=/opt/glance/bin/" + command,
            "User=glance",
            "NoNewPrivileges=yes",
            "Alias=" + command + ".service");
  }

  private Path file(String name) {
    try {
      return Files.writeString(home.resolve(name), "[DEFAULT]\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome run(String command, String... arguments) {
    return run(Map.of(), command, arguments);
  }

  private Outcome run(Map<String, String> environment, String command, String... arguments) {
    List<String> line =
        new ArrayList<>(List.of(Repository.path("deploy/bin/" + command).toString()));
    line.addAll(List.of(arguments));
    Path output = home.resolve("output");
    Path errors = home.resolve("errors");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(output.toFile()).redirectError(errors.toFile());
    builder.environment().put("GLANCE_HOME", home.toString());
    builder.environment().put("GLANCE_CONFIG_ROOT", home.resolve("etc").toString());
    builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    builder.environment().remove("GLANCE_JAVA_OPTS");
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " didn't end");
      }
      return new Outcome(
          process.exitValue(),
          Files.readString(output, StandardCharsets.UTF_8),
          Files.readString(errors, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
