package io.glance.e2e.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Json;
import io.glance.e2e.client.Persona;
import io.glance.e2e.target.Output;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the real clients {@code openstack} and {@code glance} do in the walk-through.
 *
 * @param environment how they reach Keystone and Glance, without the user
 * @param directory for the files that go up and come down
 * @param name the name of the images
 */
record ClientSteps(Map<String, String> environment, Path directory, String name) {
  /** The images of this name go away, whoever's they are. */
  void cleanUp() {
    for (JsonNode image : json(Persona.ADMIN, "image", "list", "--name", name)) {
      openstack(Persona.ADMIN, "image", "set", "--unprotected", image.path("ID").asText());
      openstack(Persona.ADMIN, "image", "delete", image.path("ID").asText());
    }
  }

  /** Steps 6 to 8: create, list, show, protect, refused delete, unprotect, save, delete. */
  void imageLife() {
    Path file = DiskImage.qcow2(directory);
    JsonNode created = create(Persona.ADMIN, file, "--public");
    assertThat(Json.names(created))
        .contains(
            "container_format",
            "created_at",
            "disk_format",
            "file",
            "id",
            "min_disk",
            "min_ram",
            "name",
            "owner",
            "protected",
            "schema",
            "status",
            "tags",
            "updated_at",
            "visibility");
    String id = created.path("id").asText();
    JsonNode shown = json(Persona.ADMIN, "image", "show", name);
    // Debian's client prints the answer to the creation, before the bytes were sent.
    assertThat(shown.path("checksum").asText()).isEqualTo(DiskImage.md5(file));
    assertThat(shown.path("container_format").asText()).isEqualTo("bare");
    assertThat(shown.path("disk_format").asText()).isEqualTo("qcow2");
    assertThat(shown.path("file").asText()).isEqualTo("/v2/images/" + id + "/file");
    assertThat(shown.path("schema").asText()).isEqualTo("/v2/schemas/image");
    assertThat(shown.path("size").asLong()).isEqualTo(1 << 20);
    assertThat(shown.path("virtual_size").asLong()).isEqualTo(112L << 20);
    assertThat(shown.path("status").asText()).isEqualTo("active");
    assertThat(shown.path("visibility").asText()).isEqualTo("public");
    assertThat(shown.path("protected").asBoolean()).isFalse();
    JsonNode listed = json(Persona.MEMBER, "image", "list", "--name", name).path(0);
    assertThat(Json.names(listed)).containsExactly("ID", "Name", "Status");
    assertThat(listed.path("ID").asText()).isEqualTo(id);
    assertThat(listed.path("Status").asText()).isEqualTo("active");

    openstack(Persona.ADMIN, "image", "set", "--protected", id).ok();
    openstack(Persona.ADMIN, "image", "delete", id).refused("is protected and cannot be deleted");
    openstack(Persona.ADMIN, "image", "set", "--unprotected", id).ok();
    saved(Persona.MEMBER, file, id);
    openstack(Persona.ADMIN, "image", "delete", id).ok();
    openstack(Persona.ADMIN, "image", "show", id).refused();
  }

  /** An image goes from one project to the other and back. */
  void sharing() {
    Path file = DiskImage.qcow2(directory);
    String id = create(Persona.MEMBER, file).path("id").asText();
    String project = Persona.OTHER.account()[1];
    openstack(Persona.OTHER, "image", "show", id).refused();
    JsonNode member = json(Persona.ADMIN, "image", "add", "project", id, project);
    assertThat(member.path("status").asText()).isEqualTo("pending");
    assertThat(shared()).doesNotContain(id);
    openstack(Persona.OTHER, "image", "set", "--accept", id).ok();
    assertThat(shared()).contains(id);
    saved(Persona.OTHER, file, id);
    openstack(Persona.OTHER, "image", "delete", id).refused();
    openstack(Persona.ADMIN, "image", "remove", "project", id, project).ok();
    openstack(Persona.OTHER, "image", "show", id).refused();
    openstack(Persona.MEMBER, "image", "delete", id).ok();
  }

  /** The same with glanceclient. */
  void glanceClient() {
    Path file = DiskImage.qcow2(directory);
    glance(
            Persona.MEMBER,
            "image-create",
            "--name",
            name,
            "--disk-format",
            "qcow2",
            "--container-format",
            "bare",
            "--file",
            file.toString())
        .ok();
    String id = json(Persona.MEMBER, "image", "list", "--name", name).path(0).path("ID").asText();
    assertThat(glance(Persona.MEMBER, "image-list").ok().out()).contains(id);
    assertThat(glance(Persona.MEMBER, "image-show", id).ok().out()).contains(DiskImage.md5(file));
    glance(Persona.MEMBER, "image-update", "--protected", "True", id).ok();
    glance(Persona.MEMBER, "image-delete", id).refused("not permitted to delete");
    glance(Persona.MEMBER, "image-update", "--protected", "False", "--property", "a=b", id).ok();
    glance(Persona.MEMBER, "image-tag-update", id, "blue").ok();
    Path copy = directory.resolve("copy.img");
    glance(Persona.MEMBER, "image-download", "--file", copy.toString(), id).ok();
    assertThat(copy).hasSameBinaryContentAs(file);
    String project =
        json(Persona.ADMIN, "project", "show", Persona.OTHER.account()[1]).path("id").asText();
    glance(Persona.MEMBER, "member-create", id, project).ok();
    glance(Persona.OTHER, "member-update", id, project, "accepted").ok();
    assertThat(glance(Persona.MEMBER, "member-list", "--image-id", id).ok().out())
        .contains(project, "accepted");
    glance(Persona.MEMBER, "member-delete", id, project).ok();
    glance(Persona.MEMBER, "image-deactivate", id).ok();
    glance(Persona.MEMBER, "image-download", "--file", copy.toString(), id).refused();
    glance(Persona.MEMBER, "image-reactivate", id).ok();
    glance(Persona.MEMBER, "image-delete", id).ok();
    glance(Persona.MEMBER, "image-show", id).refused();
  }

  /** Runs {@code openstack}. */
  Output openstack(Persona persona, String... arguments) {
    return run(persona, "openstack", arguments);
  }

  /** Runs {@code openstack} for its JSON. */
  JsonNode json(Persona persona, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("-f", "json"));
    return openstack(persona, all.toArray(String[]::new)).ok().json();
  }

  private Output glance(Persona persona, String... arguments) {
    return run(persona, "glance", arguments);
  }

  private JsonNode create(Persona persona, Path file, String... more) {
    List<String> all = new ArrayList<>(List.of("image", "create", name));
    all.addAll(List.of("--file", file.toString(), "--disk-format", "qcow2"));
    all.addAll(List.of("--container-format", "bare"));
    all.addAll(List.of(more));
    return json(persona, all.toArray(String[]::new));
  }

  private void saved(Persona persona, Path file, String id) {
    Path copy = directory.resolve("saved.img");
    openstack(persona, "image", "save", "--file", copy.toString(), id).ok();
    assertThat(copy).hasSameBinaryContentAs(file);
  }

  private List<String> shared() {
    return Json.texts(json(Persona.OTHER, "image", "list", "--shared"), "ID");
  }

  private Output run(Persona persona, String program, String... arguments) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("OS_USERNAME", persona.account()[0]);
    all.put("OS_PROJECT_NAME", persona.account()[1]);
    if (environment.containsKey("OS_CLIENT_CONFIG_FILE")) {
      all.put("OS_CLOUD", persona.account()[0]);
    }
    String[] command = new String[arguments.length + 1];
    command[0] = program;
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Output.of(all, command);
  }

  /** The environment of a client that has a password at a Keystone. */
  static Map<String, String> at(String keystone, String password) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("HOME", System.getProperty("java.io.tmpdir"));
    environment.put("OS_AUTH_URL", keystone + "/v3");
    environment.put("OS_IDENTITY_API_VERSION", "3");
    environment.put("OS_AUTH_TYPE", "password");
    environment.put("OS_PASSWORD", password);
    environment.put("OS_USER_DOMAIN_ID", "default");
    environment.put("OS_PROJECT_DOMAIN_ID", "default");
    environment.put("OS_REGION_NAME", "RegionOne");
    return environment;
  }
}
