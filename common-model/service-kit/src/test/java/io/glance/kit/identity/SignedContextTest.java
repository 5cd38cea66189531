package io.glance.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.glance.model.RequestContext;
import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SEC-67: the registry believes only what glance-api signed, and only for a minute. */
class SignedContextTest {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final RequestContext CALLER =
      new RequestContext(
          "p1", "u1", Set.of("member"), Set.of("service"), false, false, false, "req-1");

  private static SignedContext at(Instant time, byte[] key) {
    return new SignedContext(new ObjectMapper(), key, Clock.fixed(time, ZoneOffset.UTC));
  }

  private static void refuses(SignedContext checker, String header) {
    assertThatThrownBy(() -> checker.verify(header))
        .isInstanceOfSatisfying(
            GlanceException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAUTHORIZED));
  }

  @Test
  void theCallerComesBack() {
    assertThat(at(NOW, KEY).verify(at(NOW, KEY).sign(CALLER))).isEqualTo(CALLER);
    RequestContext nobody =
        new RequestContext(null, null, Set.of(), Set.of(), false, true, false, "req-2");
    assertThat(at(NOW, KEY).verify(at(NOW, KEY).sign(nobody))).isEqualTo(nobody);
  }

  @Test
  void aHeaderIsGoodForAMinuteEitherWay() {
    String header = at(NOW, KEY).sign(CALLER);
    assertThat(at(NOW.plusSeconds(60), KEY).verify(header)).isEqualTo(CALLER);
    assertThat(at(NOW.minusSeconds(60), KEY).verify(header)).isEqualTo(CALLER);
    refuses(at(NOW.plus(Duration.ofMillis(60_001)), KEY), header);
    refuses(at(NOW.minus(Duration.ofMillis(60_001)), KEY), header);
  }

  @Test
  void anotherKeyIsRefused() {
    byte[] other = "fedcba9876543210".getBytes(StandardCharsets.US_ASCII);
    refuses(at(NOW, KEY), at(NOW, other).sign(CALLER));
  }

  @Test
  void arisenRolesAreRefused() {
    String header = at(NOW, KEY).sign(CALLER);
    String[] parts = header.split("\\.", -1);
    String body = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
    String risen =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(body.replace("member", "admin").getBytes(StandardCharsets.UTF_8));
    assertThat(risen).isNotEqualTo(parts[0]);
    refuses(at(NOW, KEY), risen + "." + parts[1]);
  }

  @Test
  void everyChangedCharacterIsRefused() {
    String header = at(NOW, KEY).sign(CALLER);
    // The last character of a MAC holds bits that Base64 drops.
    for (int i = 0; i < header.length() - 1; i++) {
      char other = header.charAt(i) == 'A' ? 'B' : 'A';
      refuses(at(NOW, KEY), header.substring(0, i) + other + header.substring(i + 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a", "a.", ".a", "a.b", "%%.%%", "e30.e30", "a.b.c"})
  void rubbishIsRefused(String header) {
    refuses(at(NOW, KEY), header);
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> at(NOW, new byte[15])).isInstanceOf(IllegalArgumentException.class);
  }
}
