package io.glance.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts are answers of Glance 25.1.0, byte for byte. */
class ErrorPageTest {
  private static final ErrorPage NO_IMAGE = new ErrorPage(404, "No image found with ID abc", "");

  // ERR-01
  @Test
  void isPlainTextWithoutAccept() {
    assertThat(render(NO_IMAGE, null))
        .isEqualTo("404 Not Found\n\nNo image found with ID abc\n\n   ");
    assertThat(NO_IMAGE.render(null, "GET", null).contentType())
        .isEqualTo("text/plain; charset=UTF-8");
  }

  // ERR-02
  @Test
  void isHtmlForAnyAccept() {
    assertThat(render(NO_IMAGE, "*/*"))
        .isEqualTo(
            "<html>\n <head>\n  <title>404 Not Found</title>\n </head>\n <body>\n"
                + "  <h1>404 Not Found</h1>\n  No image found with ID abc<br /><br />\n\n\n\n"
                + " </body>\n</html>");
  }

  // ERR-02
  @Test
  void escapesTheMessageInHtml() {
    ErrorPage page = new ErrorPage(400, "<b>&\"'é😀", "");
    assertThat(render(page, "text/html"))
        .contains("  &lt;b&gt;&amp;&quot;&#x27;&#233;&#128512;<br /><br />\n");
    assertThat(render(page, null)).startsWith("400 Bad Request\n\n&\"'é😀\n\n");
  }

  // ERR-03
  @Test
  void isJsonWhereJsonIsWanted() {
    assertThat(render(NO_IMAGE, "application/json"))
        .isEqualTo(
            "{\"message\": \"No image found with ID abc<br /><br />\\n\\n\\n\","
                + " \"code\": \"404 Not Found\", \"title\": \"Not Found\"}");
    assertThat(NO_IMAGE.render("application/json", "GET", null).contentType())
        .isEqualTo("application/json");
  }

  // ERR-01 to ERR-03
  @ParameterizedTest
  @CsvSource({
    "'application/json;q=0.5, text/html;q=0.4', application/json",
    "'application/json;q=0.4, text/html;q=0.5', text/html; charset=UTF-8",
    "'text/html;q=0, */*', application/json",
    "application/*, application/json",
    "APPLICATION/JSON, application/json",
    "text/plain, text/plain; charset=UTF-8",
    "image/png, text/plain; charset=UTF-8",
    "garbage, text/html; charset=UTF-8",
    "application/json;q=2, text/html; charset=UTF-8",
    "application/json;v=1, text/plain; charset=UTF-8",
    "'application/json;q=1;x=y, text/html;q=0.9', application/json",
    "'', text/plain; charset=UTF-8",
  })
  void choosesTheFormByAccept(String accept, String contentType) {
    assertThat(NO_IMAGE.render(accept, "GET", null).contentType()).isEqualTo(contentType);
  }

  // ERR-04
  @Test
  void putsADetailAfterTheStandardSentence() {
    GlanceException error = GlanceException.detail(ErrorCode.CONFLICT, "Not now.");
    assertThat(render(ErrorPage.of(error, "req-1"), null))
        .isEqualTo(
            "409 Conflict\n\nThere was a conflict when trying to complete your request.\n\n"
                + " Not now.  ");
  }

  // VER-11
  @Test
  void namesTheMethodThatIsNotAllowed() {
    assertThat(text(ErrorPage.of(405).render(null, "PUT", null)))
        .isEqualTo(
            "405 Method Not Allowed\n\nThe method PUT is not allowed for this resource. \n\n ");
    assertThat(text(ErrorPage.of(501).render("*/*", "FOO", null)))
        .contains(
            "  \nThe request method FOO is not implemented for this server. <br /><br />\n\n");
  }

  @Test
  void namesTheMediaTypeThatIsNotSupported() {
    assertThat(text(ErrorPage.of(415).render(null, "PUT", "text/x")))
        .isEqualTo(
            "415 Unsupported Media Type\n\nThe request media type text/x is not supported by this"
                + " server. \n\n ");
  }

  // ERR-14
  @Test
  void ourFaultsNameTheRequestAndHideTheirText() {
    GlanceException fault = new GlanceException(ErrorCode.INTERNAL, "secret of ours");
    assertThat(render(ErrorPage.of(fault, "req-1"), null))
        .contains("The server has either erred")
        .contains("req-1")
        .doesNotContain("secret");
    GlanceException outage = new GlanceException(ErrorCode.UNAVAILABLE, "The registry is away.");
    assertThat(render(ErrorPage.of(outage, "req-1"), null))
        .startsWith("503 Service Unavailable\n\nThe registry is away.\n\n Request id: req-1");
  }

  private static String render(ErrorPage page, @Nullable String accept) {
    return text(page.render(accept, "GET", null));
  }

  private static String text(ErrorPage.Rendered page) {
    return new String(page.body(), StandardCharsets.UTF_8);
  }
}
