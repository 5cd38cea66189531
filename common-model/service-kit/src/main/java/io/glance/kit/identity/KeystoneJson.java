package io.glance.kit.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.glance.kit.identity.ServiceUser.Domain;
import io.glance.kit.identity.ServiceUser.Secret;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keystone's v3 documents about tokens. */
final class KeystoneJson {
  private final ObjectMapper json;

  KeystoneJson(ObjectMapper json) {
    this.json = json;
  }

  /** The body that asks for a token of our own. */
  String login(ServiceUser user) throws JsonProcessingException {
    ObjectNode body = json.createObjectNode();
    ObjectNode auth = body.putObject("auth");
    ObjectNode identity = auth.putObject("identity");
    Secret secret = user.secret();
    if (secret.isCredential()) {
      identity.putArray("methods").add("application_credential");
      ObjectNode credential = identity.putObject("application_credential");
      credential.put("secret", secret.text());
      if (secret.credentialId() != null) {
        credential.put("id", secret.credentialId());
      } else {
        credential.put("name", secret.credentialName());
        putUser(credential, user);
      }
    } else {
      identity.putArray("methods").add("password");
      putUser(identity.putObject("password"), user).put("password", secret.text());
      putScope(auth, user);
    }
    return json.writeValueAsString(body);
  }

  private static ObjectNode putUser(ObjectNode parent, ServiceUser user) {
    ObjectNode who = parent.putObject("user");
    if (user.id() != null) {
      return who.put("id", user.id());
    }
    putDomain(who, user.domain());
    return who.put("name", user.name());
  }

  private static void putScope(ObjectNode auth, ServiceUser user) {
    if (user.projectId() != null) {
      auth.putObject("scope").putObject("project").put("id", user.projectId());
    } else if (user.projectName() != null) {
      ObjectNode project = auth.putObject("scope").putObject("project");
      project.put("name", user.projectName());
      putDomain(project, user.projectDomain());
    }
  }

  private static void putDomain(ObjectNode parent, Domain domain) {
    ObjectNode node = parent.putObject("domain");
    if (domain.id() != null) {
      node.put("id", domain.id());
    } else {
      node.put("name", domain.name());
    }
  }

  /**
   * Whom the document of a token names.
   *
   * @throws IOException where it isn't such a document
   */
  Identity identity(String document) throws IOException {
    JsonNode token = json.readTree(document).path("token");
    String userId = text(token.at("/user/id"));
    if (userId == null) {
      throw new IOException("the document names no user");
    }
    Set<String> roles = new HashSet<>();
    token.path("roles").forEach(role -> roles.add(role.path("name").asText()));
    return new Identity(
        userId,
        text(token.at("/user/name")),
        text(token.at("/user/domain/id")),
        text(token.at("/project/id")),
        text(token.at("/project/name")),
        text(token.at("/project/domain/id")),
        text(token.at("/domain/id")),
        Set.copyOf(roles),
        token.at("/system/all").asBoolean(),
        expiry(token));
  }

  /** When the token of a document ends. */
  Instant expiry(String document) throws IOException {
    return expiry(json.readTree(document).path("token"));
  }

  private static Instant expiry(JsonNode token) throws IOException {
    try {
      return Instant.parse(token.path("expires_at").asText());
    } catch (DateTimeException e) {
      throw new IOException("the document has no time of expiry", e);
    }
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }
}
