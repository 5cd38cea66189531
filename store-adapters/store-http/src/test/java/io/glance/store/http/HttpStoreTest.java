package io.glance.store.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.glance.store.spi.Capability;
import io.glance.store.spi.Hint;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.Match;
import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreLocation;
import io.glance.store.spi.StoreSettings;
import io.glance.store.testkit.Bytes;
import java.net.InetAddress;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpStoreTest {
  private HttpFixture web;
  private Store store;

  @BeforeEach
  void startServer() throws Exception {
    web = new HttpFixture();
    store = web.open();
  }

  @AfterEach
  void stopServer() {
    web.close();
  }

  private static Kind kindOf(ThrowingCallable call) {
    StoreException thrown = catchThrowableOfType(StoreException.class, call);
    assertThat(thrown).isNotNull();
    return thrown.kind();
  }

  private Kind readingFails(Store from, String path) {
    return kindOf(() -> Bytes.read(from, new StoreLocation(web.url(path))));
  }

  @Test
  void itOnlyReads() { // STORE-09
    assertThat(store.capabilities()).containsExactly(Capability.READ);
    StoreLocation location = new StoreLocation(web.url("/x"));
    assertThat(kindOf(() -> store.plan("x", Hint.NONE))).isEqualTo(Kind.READ_ONLY);
    assertThat(kindOf(() -> store.create("x", location, Hint.NONE, Bytes.CALLER)))
        .isEqualTo(Kind.READ_ONLY);
    assertThat(kindOf(() -> store.delete(location, Bytes.CALLER))).isEqualTo(Kind.READ_ONLY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://h:80/x?y=1",
        "https://u:p@h/x",
        "http://[::1]:8080/x",
        "HTTP://h",
        "http://h/a b"
      })
  void urlsOfTheWebAreItsOwn(String url) {
    assertThat(store.owns(new StoreLocation(url))).isEqualTo(Match.EXACT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://h:8o/x",
        "http://u@h/x",
        "http://u:@h/x",
        "http://a:b:c@h/x",
        "http:///x",
        "http://h:99999/",
        "file:///x",
        "http:/h/x",
        ""
      })
  void otherUrlsAreNot(String url) {
    StoreLocation location = new StoreLocation(url);
    assertThat(store.owns(location)).isEqualTo(Match.NO);
    assertThat(kindOf(() -> store.open(location, Bytes.CALLER))).isEqualTo(Kind.BAD_LOCATION);
  }

  @Test
  void theSizeIsThatOfAHead() throws Exception { // STORE-09
    StoreLocation location = web.seed("x", Bytes.random(123));
    try (ImageReader reader = store.open(location, Bytes.CALLER)) {
      assertThat(reader.size()).isEqualTo(123);
    }
    assertThat(web.requests).containsExactly("HEAD /x");
  }

  @Test
  void aServerThatRefusesHeadIsAskedByGet() throws Exception {
    StoreLocation location = web.seed("x", Bytes.random(123));
    web.refusesHead = true;
    assertThat(Bytes.read(store, location)).isEqualTo(Bytes.random(123));
  }

  @Test
  void credentialsAreSentAndQueriesKept() throws Exception {
    web.seed("x", Bytes.random(5));
    String url = web.url("/x?y=1").replace("http://", "http://us%20er:p%2Fw@");
    assertThat(Bytes.read(store, new StoreLocation(url))).isEqualTo(Bytes.random(5));
    assertThat(web.requests).contains("GET /x?y=1 Basic dXMgZXI6cC93");
  }

  @Test
  void fiveRedirectsAreFollowedButNotSix() throws Exception { // STORE-09
    web.seed("5", Bytes.random(10));
    for (int i = 0; i < 5; i++) {
      web.redirects.put("/" + i, i % 2 == 0 ? "/" + (i + 1) : web.url("/" + (i + 1)));
    }
    assertThat(Bytes.read(store, new StoreLocation(web.url("/0")))).isEqualTo(Bytes.random(10));
    web.redirects.put("/start", "/0");
    assertThat(readingFails(store, "/start")).isEqualTo(Kind.BAD_LOCATION);
  }

  @Test
  void aRedirectToAnotherSchemeIsRefused() {
    web.redirects.put("/x", "file:///etc/passwd");
    assertThat(readingFails(store, "/x")).isEqualTo(Kind.BAD_LOCATION);
  }

  @ParameterizedTest
  @CsvSource({"404,NOT_FOUND", "401,BAD_LOCATION", "400,BAD_LOCATION", "500,UNAVAILABLE"})
  void answersBecomeKindsOfFailure(int status, Kind kind) { // STORE-09
    web.status = status;
    assertThat(readingFails(store, "/x")).isEqualTo(kind);
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() { // DOWN-10
    web.close();
    assertThat(readingFails(store, "/x")).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void aBrokenConnectionIsResumed() throws Exception { // REL-10
    StoreLocation location = web.seed("x", Bytes.random(300_000));
    web.breakAfter = 100_000;
    assertThat(Bytes.read(store, location)).isEqualTo(Bytes.random(300_000));
    assertThat(web.requests).anyMatch(request -> request.startsWith("GET /x bytes="));
  }

  @Test
  void withoutAValidatorABrokenConnectionIsAFailure() { // REL-10
    web.seed("x", Bytes.random(300_000));
    web.validators = false;
    web.breakAfter = 100_000;
    assertThat(readingFails(store, "/x")).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void aServerThatStallsIsGivenUp() throws Exception { // REL-10, REL-18
    web.seed("x", Bytes.random(300_000));
    web.validators = false;
    web.stallAfter = 1000;
    assertThat(readingFails(web.impatient(), "/x")).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void aServerWithoutRangesIsReadPastTheStart() throws Exception {
    StoreLocation location = web.seed("x", Bytes.random(300_000));
    web.ranges = false;
    try (ImageReader reader = store.open(location, Bytes.CALLER)) {
      byte[] part = Bytes.read(reader, 200_000, 10);
      assertThat(part)
          .isEqualTo(java.util.Arrays.copyOfRange(Bytes.random(300_000), 200_000, 200_010));
    }
  }

  @Test
  void readingInSequenceIsOneRequest() throws Exception {
    StoreLocation location = web.seed("x", Bytes.random(300_000));
    Bytes.read(store, location);
    assertThat(web.requests).containsExactly("HEAD /x", "GET /x");
  }

  @Test
  void addressesOfCloudMetadataAreNotAsked() throws Exception {
    assertThat(AddressPolicy.DEFAULT.allows(InetAddress.getByName("169.254.169.254"))).isFalse();
    assertThat(AddressPolicy.DEFAULT.allows(InetAddress.getByName("0.0.0.0"))).isFalse();
    assertThat(AddressPolicy.DEFAULT.allows(InetAddress.getByName("fe80::1"))).isFalse();
    assertThat(AddressPolicy.DEFAULT.allows(InetAddress.getByName("192.0.2.1"))).isTrue();
    StoreLocation metadata = new StoreLocation("http://169.254.169.254/latest/");
    assertThat(kindOf(() -> store.open(metadata, Bytes.CALLER))).isEqualTo(Kind.BAD_LOCATION);
    web.redirects.put("/x", "http://169.254.169.254/latest/");
    assertThat(readingFails(store, "/x")).isEqualTo(Kind.BAD_LOCATION);
  }

  @Test
  void aLocationNeverShowsItself() throws Exception {
    HttpLocation location = HttpLocation.parse(new StoreLocation("http://u:secret@h/x"));
    assertThat(location.toString()).doesNotContain("secret");
  }

  @Test
  void badSettingsStopTheStart() {
    HttpStoreType type = new HttpStoreType();
    assertThat(kindOf(() -> type.open(settings("https_insecure", "perhaps"))))
        .isEqualTo(Kind.INVALID);
    assertThat(kindOf(() -> type.open(settings("https_ca_certificates_file", "/missing"))))
        .isEqualTo(Kind.INVALID);
    assertThat(kindOf(() -> type.open(settings("http_proxy_information", "nonsense"))))
        .isEqualTo(Kind.INVALID);
  }

  private static StoreSettings settings(String option, String value) {
    return new StoreSettings("web", Map.of(option, value));
  }
}
