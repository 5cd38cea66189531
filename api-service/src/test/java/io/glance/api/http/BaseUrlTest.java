package io.glance.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaseUrlTest {
  private final BaseUrl direct = new BaseUrl(Optional.empty(), false);
  private final BaseUrl proxied = new BaseUrl(Optional.empty(), true);

  // VER-03
  @Test
  void followsTheHostHeaderWithoutTheDefaultPort() {
    assertThat(url(direct, "http", Map.of("Host", "h:9292"))).isEqualTo("http://h:9292");
    assertThat(url(direct, "http", Map.of("Host", "h:80"))).isEqualTo("http://h");
    assertThat(url(direct, "https", Map.of("Host", "h:443"))).isEqualTo("https://h");
    assertThat(url(direct, "http", Map.of())).isEqualTo("http://127.0.0.1:9");
  }

  // AUTH-10
  @Test
  void believesAProxyOnlyWhereThatIsOn() {
    Map<String, String> headers =
        Map.of(
            "Host", "inner",
            "X-Forwarded-Proto", "https",
            "X-Forwarded-Host", "outer",
            "X-Forwarded-Prefix", "/image");
    assertThat(url(proxied, "http", headers)).isEqualTo("https://outer/image");
    assertThat(url(direct, "http", headers)).isEqualTo("http://inner");
  }

  // AUTH-10
  @Test
  void prefersTheStandardHeaderAndItsFirstProxy() {
    Map<String, String> headers =
        Map.of(
            "Host", "inner",
            "X-Forwarded-Host", "other",
            "Forwarded", "for=192.0.2.1;Proto=https; host=\"outer:8443\", host=second");
    assertThat(url(proxied, "http", headers)).isEqualTo("https://outer:8443");
  }

  private static String url(BaseUrl base, String scheme, Map<String, String> headers) {
    return base.ofRequest(scheme, "127.0.0.1:9", headers::get);
  }
}
