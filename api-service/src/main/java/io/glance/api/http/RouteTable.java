package io.glance.api.http;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All paths of the Images API with their methods: the one place that 404, 405 and {@code Allow}
 * come from (VER-11 to VER-14), that refuses unexpected bodies (ERR-06), and that names paths in
 * logs and metrics.
 *
 * <p>A method with {@code !} refuses a body.
 */
final class RouteTable {
  private final List<Route> routes = new ArrayList<>();

  RouteTable() {
    images();
    metadefs();
    schemas();
    add("/v2/tasks", "GET POST", "GET, POST");
    add("/v2/tasks/{task_id}", "GET DELETE", "GET, DELETE");
    add("/v2/info/import", "GET!", "GET");
    add("/v2/info/stores", "GET!", "GET");
    add("/v2/info/stores/detail", "GET!", "GET");
    add("/v2/info/usage", "GET", "");
    add("/v2/stores/{store_id}/{image_id}", "DELETE!", "DELETE");
    add("/v2/cache", "GET! DELETE", "GET, DELETE");
    add("/v2/cache/nodes", "GET!", "GET");
    add("/v2/cache/nodes/{image_id}", "GET!", "GET");
    add("/v2/cache/clean", "POST", "POST");
    add("/v2/cache/prune", "POST", "POST");
    add("/v2/cache/{image_id}", "DELETE PUT", "DELETE, PUT");
  }

  /** The route of a decoded path. */
  Optional<Route> find(List<String> path) {
    return routes.stream().filter(route -> route.matches(path)).findFirst();
  }

  private void images() {
    String image = "/v2/images/{image_id}";
    add("/v2/images", "GET POST", "GET, POST");
    add(image, "GET! PATCH DELETE!", "GET, PATCH, DELETE");
    addData(image + "/file", "GET! PUT", "GET, PUT");
    addData(image + "/stage", "PUT", "PUT");
    add(image + "/import", "POST", "POST");
    add(image + "/tasks", "GET!", "");
    add(image + "/actions/deactivate", "POST!", "POST");
    add(image + "/actions/reactivate", "POST!", "POST");
    add(image + "/tags/{tag}", "PUT! DELETE!", "PUT, DELETE");
    add(image + "/members", "GET! POST", "GET, POST");
    add(image + "/members/{member_id}", "GET! PUT DELETE!", "GET, PUT, DELETE");
    add(image + "/locations", "GET! POST", "POST");
  }

  private void metadefs() {
    String namespace = "/v2/metadefs/namespaces/{namespace}";
    add("/v2/metadefs/resource_types", "GET!", "GET");
    add("/v2/metadefs/namespaces", "GET POST", "GET, POST");
    add(namespace, "GET! PUT DELETE!", "GET, PUT, DELETE");
    add(namespace + "/resource_types", "GET! POST", "GET, POST");
    add(namespace + "/resource_types/{resource_type}", "DELETE!", "DELETE");
    add(namespace + "/properties", "GET! POST DELETE", "GET, POST, DELETE");
    add(namespace + "/properties/{property}", "GET PUT DELETE", "GET, PUT, DELETE");
    add(namespace + "/objects", "GET POST DELETE", "GET, POST, DELETE");
    add(namespace + "/objects/{object}", "GET! PUT DELETE!", "GET, PUT, DELETE");
    add(namespace + "/tags", "GET POST DELETE", "GET, POST, DELETE");
    add(namespace + "/tags/{tag}", "GET! POST! PUT DELETE!", "GET, POST, PUT, DELETE");
  }

  private void schemas() {
    for (String name : List.of("image", "images", "member", "members")) {
      add("/v2/schemas/" + name, "GET!", "GET");
    }
    for (String name : List.of("task", "tasks")) {
      add("/v2/schemas/" + name, "GET", "GET");
    }
    for (String name : List.of("namespace", "resource_type", "object", "tag")) {
      add("/v2/schemas/metadefs/" + name, "GET!", "GET");
      add("/v2/schemas/metadefs/" + name + "s", "GET!", "GET");
    }
    add("/v2/schemas/metadefs/property", "GET!", "GET");
    add("/v2/schemas/metadefs/properties", "GET!", "GET");
  }

  private void add(String template, String methods, String allow) {
    routes.add(route(template, methods, allow, false));
  }

  private void addData(String template, String methods, String allow) {
    routes.add(route(template, methods, allow, true));
  }

  private static Route route(String template, String methods, String allow, boolean data) {
    Set<String> served = new LinkedHashSet<>();
    Set<String> bodiless = new LinkedHashSet<>();
    for (String method : methods.split(" ", -1)) {
      String name = method.replace("!", "");
      served.add(name);
      if (method.endsWith("!")) {
        bodiless.add(name);
      }
    }
    List<String> segments = List.of(template.substring(1).split("/", -1));
    return new Route(template, segments, Set.copyOf(served), allow, Set.copyOf(bodiless), data);
  }
}
