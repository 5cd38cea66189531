package io.glance.api.v2.image;

import static io.glance.api.testing.TestCallers.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.glance.api.testing.ImageApiProfile;
import io.glance.api.testing.RawRequest;
import io.glance.api.testing.TestImage;
import io.glance.model.image.MemberStatus;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URL;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets that two readers could take for different resources, byte for byte. */
@QuarkusTest
@TestProfile(ImageApiProfile.class)
class HostileTargetsTest extends ImageApiTestBase {
  @TestHTTPResource("/")
  URL url;

  @BeforeEach
  void anImage() {
    registry.put(new TestImage(ID).tags(List.of("a")).build());
    registry.share(ID, "p2", MemberStatus.ACCEPTED);
  }

  private String send(String method, String target) {
    return RawRequest.send(url, MEMBER, method, target);
  }

  private void assertUntouched() {
    assertThat(registry.count()).isEqualTo(1);
    assertThat(registry.row(ID)).isEqualTo(new TestImage(ID).tags(List.of("a")).build());
    assertThat(registry.deletes).isEmpty();
  }

  // ERR-13, TAG-02, MEM-08, IMG-26
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tags/..",
        "/tags/%2E%2E",
        "/tags/%2e%2e",
        "/tags/.%2e",
        "/tags/.",
        "/tags/%2e",
        "/members/..",
        "/members/%2E%2E",
        "/members/%2e.",
        "/members/%2e",
        "/tags/x/%2e%2e/..",
        "/tags%2F..",
        "/file/..",
        "/%2e%2e/" + ID
      })
  void stepsWithinTheTreeReachNothing(String below) {
    for (String method : List.of("DELETE", "PUT", "GET")) {
      assertThat(send(method, PATH + below))
          .as(method)
          .startsWith("HTTP/1.1 404")
          .contains("The resource could not be found.");
    }
    assertUntouched();
  }

  // AUTH-12, SEC-43
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/../v2/images",
        "/q/%2e%2e/v2/images",
        "/q/x/../../v2/images",
        "/q/..%2fv2/images",
        "/q/./../v2/images"
      })
  void noStepLeadsAroundTheEdge(String target) {
    String answer = RawRequest.send(url, "", "GET", target);
    assertThat(answer).startsWith("HTTP/1.1 300").doesNotContain(ID);
    RawRequest.send(url, "", "DELETE", target + "/" + ID);
    assertUntouched();
  }

  @Test
  void theOperationsEndpointsStayWhereTheyAre() {
    assertThat(RawRequest.send(url, "", "GET", "/q/health/live")).startsWith("HTTP/1.1 200");
    assertThat(RawRequest.send(url, "", "GET", "/q/nothing"))
        .startsWith("HTTP/1.1 404")
        .doesNotContain("Exception");
  }

  // TAG-01, TAG-02, ERR-13
  @ParameterizedTest
  @ValueSource(strings = {"a;b", "a%3Bb", "a%3bb"})
  void aSemicolonIsPartOfATag(String tag) {
    assertThat(send("DELETE", PATH + "/tags/" + tag)).startsWith("HTTP/1.1 404");
    assertUntouched();
    assertThat(send("PUT", PATH + "/tags/" + tag)).startsWith("HTTP/1.1 204");
    assertThat(registry.row(ID).tags()).containsExactly("a", "a;b");
    assertThat(send("DELETE", PATH + "/tags/" + tag)).startsWith("HTTP/1.1 204");
    assertThat(registry.row(ID).tags()).containsExactly("a");
  }

  // IMG-26, MEM-08
  @Test
  void aSemicolonIsPartOfAnIdAndAMember() {
    assertThat(send("DELETE", PATH + ";x")).startsWith("HTTP/1.1 404");
    assertThat(send("DELETE", PATH + "/members/p2;x")).startsWith("HTTP/1.1 404");
    assertThat(send("GET", PATH + "/members/p2")).startsWith("HTTP/1.1 200");
    assertUntouched();
  }

  // IMG-23
  @ParameterizedTest
  @CsvSource({"%zz, %zz", "a%2, a%2", "a%, a%", "%2525, %25"})
  void aBadEscapeIsText(String sent, String id) {
    assertThat(send("GET", "/v2/images/" + sent))
        .startsWith("HTTP/1.1 404")
        .contains("{\"message\": \"No image found with ID " + id);
  }

  // LIST-14
  @ParameterizedTest
  @ValueSource(strings = {"a|b", "{x}", "\"", "%zz", "\\", "^`", "<>", "[]", "a%"})
  void queriesThatAreNoUriAreRead(String value) {
    assertThat(send("GET", "/v2/images?name=" + value))
        .startsWith("HTTP/1.1 200")
        .contains("\"images\": []");
    assertThat(send("GET", "/v2.5/images?name=" + value)).startsWith("HTTP/1.1 200");
  }

  // SEC-46
  @Test
  void aShortNumberCanNotBecomeALongOne() {
    assertThat(send("GET", "/v2/images?size=1e20000000"))
        .startsWith("HTTP/1.1 200")
        .contains("\"images\": []");
  }
}
