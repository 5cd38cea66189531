package io.glance.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A MySQL or MariaDB database.
 *
 * @param host name and optional port
 */
record DatabaseUrl(String host, String database, String user, String password) {
  private static final String VARIABLE = "GLANCE_JDBC_URL";
  private static final Pattern JDBC =
      Pattern.compile("jdbc:(?:mysql|mariadb)://([^/?]+)/(\\w+)(?:\\?.*)?");

  /** The database that the user brings. */
  static Optional<DatabaseUrl> of(Map<String, String> environment) {
    String url = environment.getOrDefault(VARIABLE, "");
    if (url.isBlank()) {
      return Optional.empty();
    }
    Matcher parts = JDBC.matcher(url);
    if (!parts.matches()) {
      throw new QuickstartException(
          VARIABLE + " must look like jdbc:mysql://HOST:3306/glance, not " + url);
    }
    return Optional.of(
        new DatabaseUrl(
            parts.group(1),
            parts.group(2),
            environment.getOrDefault("GLANCE_JDBC_USER", "glance"),
            environment.getOrDefault("GLANCE_JDBC_PASSWORD", "")));
  }

  /** As {@code [database] connection} has it. */
  String sqlAlchemy() {
    return "mysql+pymysql://%s:%s@%s/%s"
        .formatted(encoded(user), encoded(password), host, database);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return host + "/" + database;
  }
}
