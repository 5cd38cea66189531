package io.glance.kit.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The service's own token: asked for once for all who need it, renewed before it ends. */
final class ServiceLogin {
  private static final Duration RENEW_BEFORE = Duration.ofSeconds(90);

  private final KeystoneTransport transport;
  private final KeystoneJson json;
  private final ServiceUser user;
  private final Clock clock;
  private @Nullable CompletableFuture<Own> current;

  /**
   * A token of ours.
   *
   * @param renewAt from then on a new one is asked for
   */
  record Own(String token, Instant renewAt) {
    /** Never shows the token. */
    @Override
    public String toString() {
      return "Own[renewAt=" + renewAt + "]";
    }
  }

  ServiceLogin(KeystoneTransport transport, KeystoneJson json, ServiceUser user, Clock clock) {
    this.transport = transport;
    this.json = json;
    this.user = user;
    this.clock = clock;
  }

  /**
   * A token to call Keystone with.
   *
   * @param rejected one that Keystone didn't take; null at the first try
   */
  synchronized CompletableFuture<Own> token(@Nullable String rejected) {
    CompletableFuture<Own> known = current;
    if (known == null || isSpent(known, rejected)) {
      known = login();
      current = known;
    }
    return known;
  }

  private boolean isSpent(CompletableFuture<Own> known, @Nullable String rejected) {
    if (!known.isDone()) {
      return false;
    }
    if (known.isCompletedExceptionally()) {
      return true;
    }
    Own own = known.join();
    return own.token().equals(rejected) || !clock.instant().isBefore(own.renewAt());
  }

  private CompletableFuture<Own> login() {
    String body;
    try {
      body = json.login(user);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("failed to write the login", e);
    }
    return transport
        .send(
            "/auth/tokens?nocatalog",
            request ->
                request
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body)))
        .thenCompose(this::accept);
  }

  private CompletableFuture<Own> accept(HttpResponse<String> answer) {
    String token = answer.headers().firstValue("X-Subject-Token").orElse("");
    if (answer.statusCode() != 201 || token.isEmpty()) {
      return CompletableFuture.failedFuture(
          new IOException(
              "Keystone doesn't log the service user of [keystone_authtoken] in: status "
                  + answer.statusCode()));
    }
    try {
      Instant renewAt = json.expiry(answer.body()).minus(RENEW_BEFORE);
      return CompletableFuture.completedFuture(new Own(token, renewAt));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
