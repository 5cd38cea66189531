package io.glance.e2e.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.kit.config.IniSettings;
import io.glance.kit.config.ServiceKey;
import io.glance.kit.identity.Flavor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the manifests (security-reliability 2.3). */
class DeploymentKubernetesTest {
  private static final Kustomization BASE = Kustomization.of(Repository.path("k8s/base"));

  private static final String KEY_FILE = "/etc/glance/secrets/service-context/key";
  private static final List<String> WRITTEN =
      List.of(
          "/var/lib/glance/images", "/var/lib/glance/staging", "/var/lib/glance/tasks_work_dir");

  static Stream<Kustomization> kustomizations() {
    return Stream.of("k8s/base", "k8s/overlays/dev").map(Repository::path).map(Kustomization::of);
  }

  static Stream<Manifest> workloads() {
    return BASE.manifests().stream()
        .filter(each -> Set.of("Deployment", "Job").contains(each.kind()));
  }

  static Stream<Manifest> deployments() {
    return BASE.manifests().stream().filter(each -> each.kind().equals("Deployment"));
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void everyNamedFileIsThereAndEveryFileIsNamed(Kustomization kustomization) {
    assertThat(kustomization.references()).allMatch(Files::exists);
    assertThat(Repository.files(Repository.ROOT.relativize(kustomization.directory()).toString()))
        .filteredOn(file -> !file.endsWith("kustomization.yaml"))
        .allMatch(kustomization.references()::contains);
  }

  @Test
  void baseHasWhatTheTwoServicesNeed() {
    assertThat(BASE.manifests())
        .extracting(Manifest::toString)
        .contains(
            "Deployment glance-api",
            "Deployment glance-registry",
            "Service glance-api",
            "Service glance-registry",
            "Job glance-migration",
            "PodDisruptionBudget glance-api",
            "PodDisruptionBudget glance-registry",
            "NetworkPolicy glance-api",
            "NetworkPolicy glance-registry",
            "NetworkPolicy glance-migration");
  }

  @Test
  void servicesListenOnGlancesPorts() {
    assertThat(find("Service", "glance-api").at("spec", "ports", 0, "port")).isEqualTo(9292);
    assertThat(find("Service", "glance-registry").at("spec", "ports", 0, "port")).isEqualTo(9191);
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void podsRunWithoutPrivileges(Manifest workload) {
    assertThat(workload.pod()).containsEntry("automountServiceAccountToken", false);
    assertThat(Repository.map(workload.pod().get("securityContext")))
        .containsEntry("runAsNonRoot", true)
        .containsEntry("seccompProfile", Map.of("type", "RuntimeDefault"))
        .extractingByKey("runAsUser")
        .isNotEqualTo(0);
    assertThat(Repository.map(workload.container().get("securityContext")))
        .containsEntry("allowPrivilegeEscalation", false)
        .containsEntry("readOnlyRootFilesystem", true)
        .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
    assertThat(workload.pod()).doesNotContainKeys("hostNetwork", "hostPID", "hostIPC");
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void podsHaveLimits(Manifest workload) {
    assertThat(Manifest.in(workload.container(), "resources", "limits", "memory")).isNotNull();
    assertThat(Manifest.in(workload.container(), "resources", "limits", "cpu")).isNotNull();
    assertThat(Manifest.in(workload.container(), "resources", "requests", "memory")).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void secretsComeByReference(Manifest workload) {
    for (Object variable : Manifest.list(workload.container().get("env"))) {
      String name = String.valueOf(Manifest.in(variable, "name"));
      if (Options.isSecret(name)) {
        assertThat(Repository.map(variable)).as(name).doesNotContainKey("value");
        assertThat(Manifest.in(variable, "valueFrom", "secretKeyRef", "name")).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void environmentNamesExist(Manifest workload) {
    assertThat(workload.environment())
        .isNotEmpty()
        .allMatch(name -> name.equals("QUARKUS_SHUTDOWN_TIMEOUT") || Options.hasVariable(name));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void commandsExist(Manifest workload) {
    Object command = Manifest.list(workload.container().get("command")).get(0);

    assertThat(Repository.path("deploy/bin/" + command)).isExecutable();
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void everyMountHasAVolumeAndEveryVolumeAMount(Manifest workload) {
    assertThat(names(workload.pod().get("volumes")))
        .isEqualTo(names(workload.container().get("volumeMounts")));
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void probesAskTheHealthEndpoints(Manifest deployment) {
    Map<String, Object> container = deployment.container();

    assertThat(Manifest.in(container, "startupProbe", "httpGet", "path"))
        .isEqualTo("/q/health/started");
    assertThat(Manifest.in(container, "livenessProbe", "httpGet", "path"))
        .isEqualTo("/q/health/live");
    assertThat(Manifest.in(container, "readinessProbe", "httpGet", "path"))
        .isEqualTo("/q/health/ready");
    assertThat(Stream.of("startupProbe", "livenessProbe", "readinessProbe"))
        .allSatisfy(
            probe ->
                assertThat(Manifest.in(container, probe, "httpGet", "port"))
                    .isEqualTo(Manifest.in(container, "ports", 0, "name")));
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void podsMayDrainBeforeTheyAreKilled(Manifest deployment) {
    Map<String, String> environment =
        Manifest.list(deployment.container().get("env")).stream()
            .map(Repository::map)
            .filter(each -> each.containsKey("value"))
            .collect(
                Collectors.toMap(
                    each -> String.valueOf(each.get("name")),
                    each -> String.valueOf(each.get("value"))));
    int drain = Integer.parseInt(environment.get("QUARKUS_SHUTDOWN_TIMEOUT").replace("S", ""));
    Object sleep =
        Manifest.in(deployment.container(), "lifecycle", "preStop", "exec", "command", 1);

    assertThat((int) deployment.pod().get("terminationGracePeriodSeconds"))
        .isGreaterThan(drain + Integer.parseInt(String.valueOf(sleep)));
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void selectorsFindTheirPods(Manifest deployment) {
    Object labels = deployment.at("spec", "template", "metadata", "labels");

    assertThat(deployment.at("spec", "selector", "matchLabels")).isEqualTo(labels);
    assertThat(find("Service", deployment.name()).at("spec", "selector")).isEqualTo(labels);
    assertThat(find("PodDisruptionBudget", deployment.name()).at("spec", "selector", "matchLabels"))
        .isEqualTo(labels);
  }

  @ParameterizedTest
  @MethodSource("deployments")
  void aPodMayGoWithoutTheServiceGoing(Manifest deployment) {
    int replicas = (int) deployment.at("spec", "replicas");
    Object kept = find("PodDisruptionBudget", deployment.name()).at("spec", "minAvailable");

    assertThat(replicas).isGreaterThan((int) kept).isGreaterThan(1);
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void everyPodHasANetworkPolicyForBothDirections(Manifest workload) {
    Manifest policy = find("NetworkPolicy", workload.name());

    assertThat(policy.at("spec", "podSelector", "matchLabels"))
        .isEqualTo(workload.at("spec", "template", "metadata", "labels"));
    assertThat(policy.at("spec", "policyTypes")).isEqualTo(List.of("Ingress", "Egress"));
  }

  @Test
  void onlyApiPodsReachTheRegistry() {
    Object api = find("Deployment", "glance-api").at("spec", "selector", "matchLabels");

    assertThat(find("NetworkPolicy", "glance-registry").at("spec", "ingress"))
        .isEqualTo(
            List.of(
                Map.of(
                    "from",
                    List.of(Map.of("podSelector", Map.of("matchLabels", api))),
                    "ports",
                    List.of(Map.of("protocol", "TCP", "port", 9191)))));
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void iniFilesAreAccepted(Kustomization kustomization) {
    assertThat(kustomization.configFiles()).hasSize(2);
    for (Path file : kustomization.configFiles()) {
      assertThat(Options.load(file).check()).as(file.toString()).isEmpty();
    }
  }

  /** What ExposureCheck of the registry refuses: pods listen on every address. */
  @ParameterizedTest
  @MethodSource("kustomizations")
  void theRegistryMayStartOnTheAddressOfItsPod(Kustomization kustomization) { // SEC-67
    IniSettings settings = Options.load(kustomization.configFile("glance-registry.conf"));

    assertThat(settings.required("DEFAULT", "bind_host")).isEqualTo("0.0.0.0");
    Flavor.Kind identity =
        Flavor.parse(settings.text("paste_deploy", "flavor").orElse("")).identity();
    assertThat(identity == Flavor.Kind.NONE || identity == Flavor.Kind.TRUSTED)
        .as("risk taken where, and only where there is one")
        .isEqualTo(settings.flag("operator_api", "allow_insecure"));
  }

  /** What ServiceKey refuses, with the mounted secret standing at a path of this machine. */
  @ParameterizedTest
  @MethodSource("kustomizations")
  void bothServicesHaveTheSameKey(Kustomization kustomization, @TempDir Path directory)
      throws IOException {
    Path key = Files.writeString(directory.resolve("key"), "0123456789abcdef");
    Set<String> keys = new HashSet<>();
    for (Path file : kustomization.configFiles()) {
      String text = Files.readString(file).replace(KEY_FILE, key.toString());
      IniSettings settings =
          Options.load(Files.writeString(directory.resolve(file.getFileName()), text));
      assertThat(settings.required("DEFAULT", "bind_host")).isEqualTo("0.0.0.0");
      keys.add(HexFormat.of().formatHex(ServiceKey.of(settings)));
    }
    assertThat(keys).hasSize(1);
  }

  @Test
  void everyDirectoryThatTheApiWritesToIsAVolumeWithALimit() {
    Manifest api = find("Deployment", "glance-api");

    assertThat(directories(api.container().get("volumeMounts"))).containsAll(WRITTEN);
    assertThat(Manifest.list(api.pod().get("volumes")))
        .map(Repository::map)
        .filteredOn(volume -> volume.containsKey("emptyDir"))
        .isNotEmpty()
        .allSatisfy(volume -> assertThat(Manifest.in(volume, "emptyDir", "sizeLimit")).isNotNull());
  }

  @Test
  void mountedSecretsAreWhereTheIniFilesLookForThem() {
    for (Path file : BASE.configFiles()) {
      assertThat(Options.load(file).text("service_context", "key_file")).contains(KEY_FILE);
    }
    assertThat(deployments())
        .allSatisfy(
            each ->
                assertThat(each.container().get("volumeMounts").toString())
                    .contains("mountPath=/etc/glance/secrets/service-context"));
  }

  private static Manifest find(String kind, String name) {
    return BASE.manifests().stream()
        .filter(each -> each.kind().equals(kind) && each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }

  private static List<String> directories(Object mounts) {
    return Manifest.list(mounts).stream()
        .map(mount -> String.valueOf(Manifest.in(mount, "mountPath")))
        .toList();
  }

  private static Set<Object> names(Object items) {
    Set<Object> names = new HashSet<>();
    Manifest.list(items).forEach(each -> names.add(Manifest.in(each, "name")));
    return names;
  }
}
