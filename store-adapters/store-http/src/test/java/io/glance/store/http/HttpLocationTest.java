package io.glance.store.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.store.spi.StoreLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// STORE-09
class HttpLocationTest {
  private static String authorizationAfter(String redirect) throws Exception {
    HttpLocation start = HttpLocation.parse(new StoreLocation("https://u:p@h/x"));
    return String.valueOf(start.redirected(redirect).authorization());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/y", "y", "https://h/y", "HTTPS://H/y"})
  void credentialsGoOnToTheSameServer(String redirect) throws Exception {
    assertThat(authorizationAfter(redirect)).startsWith("Basic ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://h/y", "https://other/y", "https://h:8443/y", "//other/y"})
  void credentialsGoNowhereElse(String redirect) throws Exception {
    assertThat(authorizationAfter(redirect)).isEqualTo("null");
  }

  @Test
  void credentialsOfTheRedirectItselfAreUsed() throws Exception {
    assertThat(authorizationAfter("http://a:b@other/y")).isEqualTo("Basic YTpi");
  }
}
