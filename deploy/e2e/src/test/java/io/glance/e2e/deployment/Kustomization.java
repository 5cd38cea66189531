package io.glance.e2e.deployment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A kustomization's directory.
 *
 * @param content of its kustomization.yaml
 */
record Kustomization(Path directory, Map<String, Object> content) {
  static Kustomization of(Path directory) {
    return new Kustomization(
        directory, Repository.yaml(directory.resolve("kustomization.yaml")).get(0));
  }

  /** The files and directories that it names. */
  List<Path> references() {
    List<Path> found = new ArrayList<>();
    Manifest.list(content.get("resources")).forEach(each -> found.add(path(each)));
    for (Object patch : Manifest.list(content.get("patches"))) {
      found.add(path(Manifest.in(patch, "path")));
    }
    found.addAll(configFiles());
    return found;
  }

  /** The files of its generated ConfigMaps. */
  List<Path> configFiles() {
    List<Path> found = new ArrayList<>();
    for (Object generator : Manifest.list(content.get("configMapGenerator"))) {
      Manifest.list(Manifest.in(generator, "files")).forEach(each -> found.add(path(each)));
    }
    return found;
  }

  /** The one of that name. */
  Path configFile(String name) {
    return configFiles().stream()
        .filter(file -> file.endsWith(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + directory));
  }

  /** The objects of its resources, those of other kustomizations among them included. */
  List<Manifest> manifests() {
    List<Manifest> found = new ArrayList<>();
    for (Object resource : Manifest.list(content.get("resources"))) {
      Path path = path(resource);
      if (path.toFile().isDirectory()) {
        found.addAll(of(path).manifests());
      } else {
        Repository.yaml(path).forEach(each -> found.add(new Manifest(each)));
      }
    }
    return found;
  }

  private Path path(Object relative) {
    return directory.resolve(String.valueOf(relative)).normalize();
  }
}
