package io.glance.kit.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Keystone as far as services ask it: a login by password and the check of a token. */
final class FakeKeystone implements AutoCloseable {
  private final HttpServer server;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Map<String, Object>> tokens = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Object>> expired = new ConcurrentHashMap<>();
  private final Map<String, Boolean> own = new ConcurrentHashMap<>();
  final AtomicInteger logins = new AtomicInteger();
  final AtomicInteger checks = new AtomicInteger();
  volatile JsonNode lastLogin = json.nullNode();
  volatile int failWith;
  volatile CountDownLatch gate = new CountDownLatch(0);
  volatile String ownExpiry = "2030-01-01T00:00:00.000000Z";

  FakeKeystone() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "fake-keystone");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/v3/auth/tokens", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A token of a project. */
  void know(String token, String expiresAt, String... roles) {
    tokens.put(
        token,
        document(
            expiresAt,
            Map.of("project", Map.of("id", "p1", "name", "demo", "domain", Map.of("id", "d"))),
            roles));
  }

  /** A token with another scope, as the JSON of {@code scope}. */
  void knowScoped(String token, Map<String, Object> scope, String... roles) {
    tokens.put(token, document("2030-01-01T00:00:00.000000Z", scope, roles));
  }

  /** A token that Keystone shows only with allow_expired. */
  void knowExpired(String token, String... roles) {
    know(token, "2020-01-01T00:00:00.000000Z", roles);
    expired.put(token, tokens.remove(token));
  }

  void revoke(String token) {
    tokens.remove(token);
  }

  /** Voids the tokens of services' logins. */
  void forgetLogins() {
    own.clear();
  }

  private static Map<String, Object> document(
      String expiresAt, Map<String, Object> scope, String... roles) {
    Map<String, Object> token = new ConcurrentHashMap<>(scope);
    token.put("user", Map.of("id", "u1", "name", "demo", "domain", Map.of("id", "default")));
    token.put("expires_at", expiresAt);
    token.put("roles", List.of(roles).stream().map(role -> Map.of("name", role)).toList());
    return Map.of("token", token);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!gate.await(30, TimeUnit.SECONDS)) {
        return;
      }
      if (failWith != 0) {
        exchange.sendResponseHeaders(failWith, -1);
      } else if (exchange.getRequestMethod().equals("POST")) {
        login(exchange);
      } else {
        check(exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void login(HttpExchange exchange) throws IOException {
    logins.incrementAndGet();
    lastLogin = json.readTree(exchange.getRequestBody());
    if (!lastLogin.at("/auth/identity/password/user/password").asText().equals("secret")) {
      exchange.sendResponseHeaders(401, -1);
      return;
    }
    String token = "own-" + logins.get() + "-" + Instant.now().toEpochMilli();
    own.put(token, true);
    exchange.getResponseHeaders().set("X-Subject-Token", token);
    send(exchange, 201, Map.of("token", Map.of("expires_at", ownExpiry)));
  }

  private void check(HttpExchange exchange) throws IOException {
    checks.incrementAndGet();
    String mine = exchange.getRequestHeaders().getFirst("X-Auth-Token");
    String subject = exchange.getRequestHeaders().getFirst("X-Subject-Token");
    Map<String, Object> document = tokens.get(subject);
    if (document == null && exchange.getRequestURI().getQuery().contains("allow_expired=1")) {
      document = expired.get(subject);
    }
    if (!own.containsKey(mine)) {
      exchange.sendResponseHeaders(401, -1);
    } else if (document == null) {
      send(exchange, 404, Map.of("error", Map.of("code", 404)));
    } else {
      send(exchange, 200, document);
    }
  }

  private void send(HttpExchange exchange, int status, Object document) throws IOException {
    byte[] body = json.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
