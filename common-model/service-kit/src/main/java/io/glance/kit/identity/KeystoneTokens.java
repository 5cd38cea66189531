package io.glance.kit.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.glance.model.error.GlanceException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tokens by Keystone's word.
 *
 * <p>An answer is believed for {@code token_cache_time} and never beyond the token's expiry, so a
 * revoked token is refused that much later at most. That a token is invalid is believed for ten
 * seconds. Many requests with one token wait for one question. While Keystone doesn't answer,
 * tokens with a believed answer keep working and others are UNAVAILABLE within five seconds
 * (SEC-57). Neither cache nor log has a token: keys are its SHA-256.
 */
final class KeystoneTokens implements TokenValidator {
  private static final Logger LOG = Logger.getLogger(KeystoneTokens.class);
  private static final Duration ONE_ANSWER = Duration.ofSeconds(4);
  private static final Duration ALL_ANSWERS = Duration.ofMillis(4500);
  private static final Duration REFUSAL_BELIEVED = Duration.ofSeconds(10);
  private static final int TOKENS = 10_000;
  private static final Pattern POSSIBLE = Pattern.compile("[!-~]{1,16384}");

  private final KeystoneTransport transport;
  private final KeystoneJson json;
  private final ServiceLogin login;
  private final Clock clock;
  private final AsyncCache<String, Answer> answers;

  /**
   * What Keystone says.
   *
   * @param identity empty for a token it doesn't take
   * @param expiredToo asked with allow_expired
   * @param failure why it didn't say anything; null where it did
   */
  private record Answer(
      Optional<Identity> identity, boolean expiredToo, @Nullable Throwable failure) {}

  KeystoneTokens(KeystoneSettings settings, ObjectMapper mapper, Clock clock, Ticker ticker) {
    this.transport = new KeystoneTransport(settings, ONE_ANSWER);
    this.json = new KeystoneJson(mapper);
    this.login = new ServiceLogin(transport, json, settings.user(), clock);
    this.clock = clock;
    this.answers =
        Caffeine.newBuilder()
            .maximumSize(TOKENS)
            .ticker(ticker)
            .expireAfter(
                Expiry.creating((String key, Answer answer) -> life(answer, settings.cacheTime())))
            .buildAsync();
  }

  @Override
  public Identity validate(String token) {
    return validate(token, false);
  }

  /** The identity of a token that may have expired since its owner began (AUTH-07). */
  Identity validateExpired(String token) {
    return validate(token, true);
  }

  private Identity validate(String written, boolean expiredToo) {
    String token = written.strip();
    if (!POSSIBLE.matcher(token).matches()) {
      throw CallerRefusal.unauthorized();
    }
    Answer answer =
        answers.get(key(token, expiredToo), (key, executor) -> askInTime(token, expiredToo)).join();
    Throwable failure = answer.failure();
    if (failure != null) {
      LOG.errorf("failed to ask Keystone about a token: %s", failure);
      throw GlanceException.unavailable(
          "The Keystone service is temporarily unavailable.", failure);
    }
    return answer
        .identity()
        .filter(known -> expiredToo || clock.instant().isBefore(known.expiresAt()))
        .orElseThrow(CallerRefusal::unauthorized);
  }

  private Duration life(Answer answer, Duration cacheTime) {
    if (answer.failure() != null) {
      return Duration.ZERO;
    }
    if (answer.identity().isEmpty()) {
      return min(REFUSAL_BELIEVED, cacheTime);
    }
    if (answer.expiredToo()) {
      return cacheTime;
    }
    Duration left = Duration.between(clock.instant(), answer.identity().get().expiresAt());
    return left.isNegative() ? Duration.ZERO : min(left, cacheTime);
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private CompletableFuture<Answer> askInTime(String token, boolean expiredToo) {
    return ask(token, expiredToo, null)
        .orTimeout(ALL_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(e -> new Answer(Optional.empty(), expiredToo, KeystoneTransport.unwrap(e)));
  }

  private CompletableFuture<Answer> ask(
      String token, boolean expiredToo, @Nullable String rejected) {
    return login
        .token(rejected)
        .thenCompose(
            own ->
                transport
                    .send(
                        "/auth/tokens?nocatalog" + (expiredToo ? "&allow_expired=1" : ""),
                        request ->
                            request
                                .header("X-Auth-Token", own.token())
                                .header("X-Subject-Token", token)
                                .header("Accept", "application/json"))
                    .thenCompose(
                        response ->
                            response.statusCode() == 401 && rejected == null
                                ? ask(token, expiredToo, own.token())
                                : read(response, expiredToo)));
  }

  private CompletableFuture<Answer> read(HttpResponse<String> response, boolean expiredToo) {
    int status = response.statusCode();
    if (status == 404) {
      return CompletableFuture.completedFuture(new Answer(Optional.empty(), expiredToo, null));
    }
    try {
      if (status == 200) {
        Identity identity = json.identity(response.body());
        return CompletableFuture.completedFuture(
            new Answer(Optional.of(identity), expiredToo, null));
      }
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
    return CompletableFuture.failedFuture(
        new IOException("Keystone answers the question about a token with status " + status));
  }

  private static String key(String token, boolean expiredToo) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
      return (expiredToo ? "x" : "") + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK lacks SHA-256", e);
    }
  }
}
