package io.glance.kit.http;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error as the client sees it: HTML, JSON or plain text by what it accepts (ERR-01 to ERR-04).
 * The layout is that of WebOb's HTTP exceptions, which clients take apart.
 *
 * @param status of the answer
 * @param explanation the first sentence
 * @param detail a second one, "" for none
 */
public record ErrorPage(int status, String explanation, String detail) {
  private static final List<String> OFFERS = List.of("text/html", "application/json");
  private static final Pattern BREAK = Pattern.compile("<br[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMENT_MARK = Pattern.compile("<!--|-->");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  /** A page ready to be sent. */
  public record Rendered(String contentType, byte[] body) {}

  /** The page with the status' standard sentence. */
  public static ErrorPage of(int status) {
    return new ErrorPage(status, HttpTitles.explanation(status), "");
  }

  /** The page of an error; one of ours names the request so that the operator finds it. */
  public static ErrorPage of(GlanceException error, String requestId) {
    ErrorCode code = error.code();
    if (code == ErrorCode.INTERNAL) {
      return ofFault(requestId);
    }
    String detail = code.isServerFault() ? "Request id: " + requestId : "";
    return error.isDetail()
        ? new ErrorPage(code.httpStatus(), HttpTitles.explanation(code.httpStatus()), error.text())
        : new ErrorPage(code.httpStatus(), error.text(), detail);
  }

  /** The page of a fault that nobody foresaw. */
  public static ErrorPage ofFault(String requestId) {
    return new ErrorPage(500, HttpTitles.explanation(500), "Request id: " + requestId);
  }

  /** {@code 404 Not Found}. */
  public String statusLine() {
    return status + " " + HttpTitles.title(status);
  }

  /**
   * The page in the form that the client likes best.
   *
   * @param accept the request's header, null where it was not sent
   * @param method of the request
   * @param requestType content type of the request, null for none
   */
  public Rendered render(@Nullable String accept, String method, @Nullable String requestType) {
    String form = AcceptHeader.best(accept, OFFERS).orElse("text/plain");
    boolean html = form.equals("text/html");
    String body = body(html, method, requestType);
    return switch (form) {
      case "text/html" -> page("text/html; charset=UTF-8", html(body));
      case "application/json" -> new Rendered(form, PythonJson.ascii(json(body)));
      default -> page("text/plain; charset=UTF-8", statusLine() + "\n\n" + plain(body));
    };
  }

  /** The middle of the page. Three statuses speak of the request instead of the explanation. */
  private String body(boolean html, String method, @Nullable String requestType) {
    String second = html ? escape(detail) : detail;
    String name = html ? escape(method) : method;
    return switch (status) {
      case 405 ->
          "The method " + name + " is not allowed for this resource. <br /><br />\n" + second;
      case 501 ->
          "\nThe request method "
              + name
              + " is not implemented for this server. <br /><br />\n"
              + second;
      case 415 -> unsupported(html, requestType) + second;
      default -> (html ? escape(explanation) : explanation) + "<br /><br />\n" + second + "\n\n";
    };
  }

  /** WebOb names the media type only; a text of ours is worth adding. */
  private String unsupported(boolean html, @Nullable String requestType) {
    String type = requestType == null ? "text/plain" : requestType;
    String ours = explanation.equals(HttpTitles.explanation(status)) ? "" : explanation;
    return "The request media type "
        + (html ? escape(type) : type)
        + " is not supported by this server.\n<br /><br />\n"
        + (html ? escape(ours) : ours);
  }

  private Map<String, String> json(String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("message", body);
    fields.put("code", statusLine());
    fields.put("title", HttpTitles.title(status));
    return fields;
  }

  private String html(String body) {
    return """
        <html>
         <head>
          <title>%1$s</title>
         </head>
         <body>
          <h1>%1$s</h1>
          %2$s
         </body>
        </html>"""
        .formatted(statusLine(), body);
  }

  private static String plain(String body) {
    String text = body.replace('\n', ' ').replace("\r", "");
    text = BREAK.matcher(text).replaceAll("\n");
    text = COMMENT_MARK.matcher(text).replaceAll("");
    return TAG.matcher(text).replaceAll("");
  }

  private static Rendered page(String contentType, String text) {
    return new Rendered(contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** HTML's special characters by name, everything outside ASCII by number. */
  private static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#x27;");
                default -> {
                  if (point < 128) {
                    out.append((char) point);
                  } else {
                    out.append("&#").append(point).append(';');
                  }
                }
              }
            });
    return out.toString();
  }
}
