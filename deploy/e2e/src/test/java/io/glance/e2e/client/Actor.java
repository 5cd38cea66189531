package io.glance.e2e.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A persona at one Glance: the calls that tests make most.
 *
 * <p>Images that it creates are remembered and removed after the test.
 */
public final class Actor {
  /** The media type of today's patches. */
  public static final String PATCH_21 = "application/openstack-images-v2.1-json-patch";

  /** The media type of the older patches, still sent by tempest. */
  public static final String PATCH_20 = "application/openstack-images-v2.0-json-patch";

  private final URI root;
  private final Credentials credentials;
  private final Litter litter;

  /** Somebody calling the Glance at this root URL. */
  public Actor(URI root, Credentials credentials, Litter litter) {
    this.root = root;
    this.credentials = credentials;
    this.litter = litter;
  }

  /** The project's id; null where there are no projects. */
  public @Nullable String project() {
    return credentials.project();
  }

  /** The project's id as JSON shows it. */
  public String projectText() {
    return String.valueOf(credentials.project());
  }

  /** Where it calls. */
  public URI root() {
    return root;
  }

  /** The headers that say who it is. */
  public Map<String, String> identity() {
    return credentials.headers();
  }

  /** A call to be completed; the path begins with a slash and is encoded already. */
  public Call call(String method, String path) {
    Call call = new Call(method, URI.create(root + path));
    credentials.headers().forEach(call::header);
    return call;
  }

  /** GET. */
  public Reply get(String path) {
    return call("GET", path).send();
  }

  /** DELETE without body. */
  public Reply delete(String path) {
    return call("DELETE", path).send();
  }

  /** POST without body. */
  public Reply post(String path) {
    return call("POST", path).send();
  }

  /** POST of JSON. */
  public Reply post(String path, Object json) {
    return call("POST", path).json(json).send();
  }

  /** PUT without body. */
  public Reply put(String path) {
    return call("PUT", path).send();
  }

  /** PUT of JSON. */
  public Reply put(String path, Object json) {
    return call("PUT", path).json(json).send();
  }

  /** Tries to create an image. */
  public Reply create(Object json) {
    Reply reply = post("/v2/images", json);
    if (reply.status() == 201) {
      litter.made(this, reply.id());
    }
    return reply;
  }

  /** Creates an image of name, value, name, value on top of raw in bare; its id. */
  public String image(@Nullable Object... attributes) {
    Map<String, @Nullable Object> json = Json.object(attributes);
    Map<String, ?> defaults =
        Map.of(
            "name", "e2e " + UUID.randomUUID(), "disk_format", "raw", "container_format", "bare");
    defaults.forEach((name, value) -> setDefault(json, name, value));
    return create(json).expect(201).id();
  }

  /** Creates an image and uploads these bytes; its id. */
  public String active(byte[] data, @Nullable Object... attributes) {
    String id = image(attributes);
    upload(id, data).expect(204);
    return id;
  }

  /** Uploads bytes with their length declared. */
  public Reply upload(String id, byte[] data) {
    return call("PUT", file(id)).bytes(data).send();
  }

  /** Uploads bytes in chunks. */
  public Reply uploadChunked(String id, byte[] data) {
    return call("PUT", file(id)).chunked(() -> new ByteArrayInputStream(data)).send();
  }

  /** Downloads. */
  public Reply download(String id) {
    return get(file(id));
  }

  /** The image's JSON. */
  public JsonNode show(String id) {
    return get("/v2/images/" + id).expect(200).json();
  }

  /** A patch by operations of today's syntax. */
  @SafeVarargs
  public final Reply patch(String id, Map<String, ?>... operations) {
    return patch(id, Json.write(Arrays.asList(operations)));
  }

  /** A patch by a JSON text. */
  public Reply patch(String id, String json) {
    return call("PATCH", "/v2/images/" + id).body(PATCH_21, json).send();
  }

  /** An action such as {@code deactivate}. */
  public Reply act(String id, String action) {
    return post("/v2/images/" + id + "/actions/" + action);
  }

  private static void setDefault(Map<String, @Nullable Object> json, String name, Object value) {
    if (!json.containsKey(name)) {
      json.put(name, value);
    }
  }

  /** The path of an image's data. */
  public static String file(String id) {
    return "/v2/images/" + id + "/file";
  }
}
