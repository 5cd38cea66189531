package io.glance.api.http;

import io.glance.kit.config.GlanceSettings;
import io.glance.kit.http.AcceptHeader;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code /healthcheck}: up unless the operator has put a file in place (AUTH-08). For load
 * balancers that know Glance; what the service can do is told by {@code /q/health}.
 */
@Singleton
class Healthcheck {
  static final String PATH = "/healthcheck";

  private static final List<String> OFFERS = List.of("text/plain", "text/html", "application/json");

  private final Path disabling;

  Healthcheck(GlanceSettings settings) {
    disabling =
        Path.of(
            settings
                .text("healthcheck", "disable_by_file_path")
                .filter(path -> !path.isBlank())
                .orElse("/etc/glance/healthcheck_disable"));
  }

  void answer(Exchange exchange) {
    boolean healthy = !Files.exists(disabling);
    String reason = healthy ? "OK" : "DISABLED BY FILE";
    if (exchange.method().equals("HEAD")) {
      exchange.reply(healthy ? 204 : 503, null, new byte[0]);
      return;
    }
    String form = AcceptHeader.best(exchange.accept(), OFFERS).orElse("text/plain");
    String type = form.equals("application/json") ? form : form + "; charset=UTF-8";
    String body =
        switch (form) {
          case "application/json" -> json(reason);
          case "text/html" -> html(reason);
          default -> reason;
        };
    exchange.reply(healthy ? 200 : 503, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String json(String reason) {
    return """
        {
            "detailed": false,
            "reasons": [
                "%s"
            ]
        }"""
        .formatted(reason);
  }

  private static String html(String reason) {
    return """
        <HTML>
        <HEAD><TITLE>Healthcheck Status</TITLE></HEAD>
        <BODY>

        <H2>Result of 1 checks:</H2>
        <TABLE bgcolor="#ffffff" border="1">
        <TBODY>
        <TR>

        <TH>
        Reason
        </TH>
        </TR>
        <TR>

            <TD>%s</TD>

        </TR>
        </TBODY>
        </TABLE>
        <HR></HR>

        </BODY>
        </HTML>"""
        .formatted(reason);
  }
}
