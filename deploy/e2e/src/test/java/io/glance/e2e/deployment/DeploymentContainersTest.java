package io.glance.e2e.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Dockerfiles and the compose file name what is there. */
class DeploymentContainersTest {
  private static final Path COMPOSE = Repository.path("deploy/compose/compose.yaml");
  private static final Map<String, Object> SERVICES =
      Repository.map(Repository.yaml(COMPOSE).get(0).get("services"));

  static Stream<String> ours() {
    return Stream.of("migration", "registry", "api");
  }

  @ParameterizedTest
  @CsvSource({"api, api-service, 9292", "registry, registry-service, 9191"})
  void imageHoldsTheProgramAndItsCommands(String name, String module, String port) {
    List<String> lines = Repository.text("deploy/docker/Dockerfile." + name).lines().toList();

    assertThat(Repository.path(module + "/pom.xml")).exists();
    assertThat(Repository.path("deploy/bin/glance-" + name)).isExecutable();
    assertThat(lines)
        .contains(
            "COPY --from=build /src/deploy/bin/ /opt/glance/bin/",
            "COPY --from=build /src/%s/target/quarkus-app/ /opt/glance/lib/glance-%s/"
                .formatted(module, name),
            "CMD [\"glance-%s\"]".formatted(name),
            "EXPOSE " + port)
        .anyMatch(line -> line.contains("-pl " + module + " -am package"));
  }

  @ParameterizedTest
  @CsvSource({"api", "registry"})
  void imageRunsAsANumberedUserOtherThanRoot(String name) {
    assertThat(Repository.text("deploy/docker/Dockerfile." + name).lines())
        .filteredOn(line -> line.startsWith("USER "))
        .singleElement()
        .asString()
        .matches("USER [1-9]\\d*:[1-9]\\d*");
  }

  @ParameterizedTest
  @MethodSource("ours")
  void composeServiceIsHardened(String name) {
    assertThat(service(name))
        .containsEntry("read_only", true)
        .containsEntry("cap_drop", List.of("ALL"))
        .containsEntry("security_opt", List.of("no-new-privileges:true"))
        .containsKey("mem_limit");
  }

  @ParameterizedTest
  @MethodSource("ours")
  void composeServiceNamesFilesAndCommandsThatExist(String name) {
    Object command = Manifest.in(service(name), "command", 0);
    Path context =
        directory().resolve(String.valueOf(Manifest.in(service(name), "build", "context")));
    Object dockerfile = Manifest.in(service(name), "build", "dockerfile");

    assertThat(Repository.path("deploy/bin/" + command)).isExecutable();
    assertThat(context.resolve(String.valueOf(dockerfile))).exists();
    assertThat(context.normalize()).isEqualTo(Repository.ROOT);
    assertThat(Manifest.list(service(name).get("volumes")))
        .map(String::valueOf)
        .filteredOn(volume -> volume.startsWith("./"))
        .isNotEmpty()
        .allMatch(volume -> Files.exists(directory().resolve(volume.split(":")[0])));
  }

  @ParameterizedTest
  @MethodSource("ours")
  void composeEnvironmentNamesExistAndSecretsAreNotWritten(String name) {
    Map<String, Object> environment = Repository.map(service(name).get("environment"));

    assertThat(environment.keySet()).isNotEmpty().allMatch(Options::hasVariable);
    environment.forEach(
        (variable, value) -> {
          if (Options.isSecret(variable)) {
            assertThat(String.valueOf(value)).as(variable).contains("${").contains(":?");
          }
        });
  }

  @Test
  void composeStartsInOrderAndPublishesTheApiOnLoopbackOnly() {
    assertThat(Manifest.in(service("migration"), "depends_on", "mysql", "condition"))
        .isEqualTo("service_healthy");
    assertThat(Manifest.in(service("registry"), "depends_on", "migration", "condition"))
        .isEqualTo("service_completed_successfully");
    assertThat(Manifest.in(service("api"), "depends_on", "registry", "condition"))
        .isEqualTo("service_healthy");
    assertThat(service("api")).containsEntry("ports", List.of("127.0.0.1:9292:9292"));
    assertThat(service("registry")).doesNotContainKey("ports");
  }

  @Test
  void theApiMayWriteWhereItKeepsData() {
    List<String> writable =
        Stream.of("volumes", "tmpfs")
            .flatMap(each -> Manifest.list(service("api").get(each)).stream())
            .map(String::valueOf)
            .toList();

    assertThat(writable)
        .anyMatch(each -> each.endsWith(":/var/lib/glance/images"))
        .anyMatch(each -> each.endsWith(":/var/lib/glance/staging"))
        .anyMatch(each -> each.matches("/tmp:.*size=\\d+m"))
        .anyMatch(each -> each.matches("/var/lib/glance/tasks_work_dir:.*size=\\d+m"));
  }

  @Test
  void composeHealthChecksCallTheCommandThatTheImagesHave() {
    assertThat(Repository.path("deploy/bin/glance-health")).isExecutable();
    assertThat(Manifest.in(service("api"), "healthcheck", "test"))
        .isEqualTo(List.of("CMD", "glance-health", "9292"));
    assertThat(Manifest.in(service("registry"), "healthcheck", "test"))
        .isEqualTo(List.of("CMD", "glance-health", "9191"));
  }

  @ParameterizedTest
  @CsvSource({"glance-api.conf", "glance-registry.conf"})
  void composeIniFilesAreAccepted(String file) {
    assertThat(Options.load(directory().resolve(file)).check()).isEmpty();
  }

  private static Map<String, Object> service(String name) {
    return Repository.map(SERVICES.get(name));
  }

  private static Path directory() {
    return COMPOSE.getParent();
  }
}
