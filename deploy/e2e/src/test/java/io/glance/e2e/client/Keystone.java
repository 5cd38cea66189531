package io.glance.e2e.client;

import static io.glance.e2e.client.Json.object;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Tokens of a real Keystone. */
public final class Keystone {
  private final URI url;
  private final String password;

  /** A Keystone where all users of the suite have this password. */
  public Keystone(URI url, String password) {
    this.url = url;
    this.password = password;
  }

  /** A token scoped to the persona's project. */
  public Credentials login(Persona persona) {
    String user = persona.account()[0];
    String project = persona.account()[1];
    Map<String, ?> domain = Map.of("id", "default");
    Object request =
        object(
            "auth",
            object(
                "identity",
                object(
                    "methods",
                    List.of("password"),
                    "password",
                    object("user", object("name", user, "domain", domain, "password", password))),
                "scope",
                object("project", object("name", project, "domain", domain))));
    Reply reply =
        new Call("POST", URI.create(url + "/v3/auth/tokens")).json(request).send().expect(201);
    String token = String.valueOf(reply.header("X-Subject-Token"));
    return new Credentials(
        Map.of("X-Auth-Token", token), reply.json().at("/token/project/id").asText());
  }
}
