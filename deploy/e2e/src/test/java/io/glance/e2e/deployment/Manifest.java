package io.glance.e2e.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One Kubernetes object. */
record Manifest(Map<String, Object> content) {
  String kind() {
    return String.valueOf(content.get("kind"));
  }

  String name() {
    return String.valueOf(at("metadata", "name"));
  }

  @Override
  public String toString() {
    return kind() + " " + name();
  }

  /** What stands under the keys. */
  Object at(Object... keys) {
    return in(content, keys);
  }

  /** The pod of a Deployment or Job. */
  Map<String, Object> pod() {
    return Repository.map(at("spec", "template", "spec"));
  }

  /** The pod's only container. */
  Map<String, Object> container() {
    List<?> containers = (List<?>) pod().get("containers");
    if (containers.size() != 1 || pod().containsKey("initContainers")) {
      throw new AssertionError(this + " should have one container");
    }
    return Repository.map(containers.get(0));
  }

  /** The names of the environment variables of the container. */
  List<String> environment() {
    List<String> names = new ArrayList<>();
    for (Object variable : list(container().get("env"))) {
      names.add(String.valueOf(in(variable, "name")));
    }
    return names;
  }

  static List<?> list(Object value) {
    return value == null ? List.of() : (List<?>) value;
  }

  /** What stands under the keys of nested maps and lists. */
  static Object in(Object value, Object... keys) {
    Object found = value;
    for (Object key : keys) {
      if (found instanceof List<?> items && key instanceof Integer index) {
        found = items.get(index);
      } else if (found instanceof Map<?, ?> map) {
        found = map.get(key);
      } else {
        throw new AssertionError("nothing under " + key + " in " + found);
      }
    }
    return found;
  }
}
