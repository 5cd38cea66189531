package io.glance.kit.config;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and who signs in.
 *
 * @param jdbcUrl for mysql-connector-j, without user and password
 * @param user null where the URL names none
 * @param password null where the URL has none
 */
public record DatabaseUrl(String jdbcUrl, @Nullable String user, @Nullable String password) {
  private static final String SECTION = "database";
  private static final String OPTION = "connection";
  private static final Set<String> DIALECTS = Set.of("mysql", "mariadb");
  private static final Pattern URL =
      Pattern.compile(
          "(?<dialect>[\\w]+)(?:\\+\\w+)?://"
              + "(?:(?<user>[^:/]*)(?::(?<password>[^@]*))?@)?"
              + "(?<host>\\[[^]/]+]|[^/:?@]+)?(?::(?<port>\\d+))?"
              + "/(?<database>[^?/]+)(?:\\?(?<query>.*))?");
  private static final Pattern PLAIN =
      Pattern.compile("(?<place>jdbc:\\w+://[^@(?]*\\??)(?<query>(?<=\\?)[^@(]*)?");
  private static final String NEEDED =
      "must have the form mysql+pymysql://USER:PASSWORD@HOST[:PORT]/DATABASE"
          + " (characters such as @ : / in the password as %40 %3A %2F)";

  /** The database of {@code [database] connection}. */
  public static DatabaseUrl of(GlanceSettings settings) {
    return parse(settings.required(SECTION, OPTION));
  }

  /**
   * Reads SQLAlchemy's form, or a JDBC URL, which is taken as it is.
   *
   * @throws SettingsException that never repeats the text, as it holds a password
   */
  public static DatabaseUrl parse(String text) {
    if (text.startsWith("jdbc:")) {
      return new DatabaseUrl(text, null, null);
    }
    Matcher url = URL.matcher(text.strip());
    if (!url.matches()) {
      throw refused(NEEDED);
    }
    if (!DIALECTS.contains(url.group("dialect"))) {
      throw refused("the database has to be MySQL or MariaDB: " + NEEDED);
    }
    String host = url.group("host") == null ? "localhost" : url.group("host");
    String port = url.group("port") == null ? "3306" : url.group("port");
    String jdbcUrl =
        "jdbc:mysql://"
            + host
            + ":"
            + port
            + "/"
            + url.group("database")
            + query(url.group("query"));
    return new DatabaseUrl(jdbcUrl, decoded(url.group("user")), decoded(url.group("password")));
  }

  private static String query(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("connectionTimeZone", "UTC");
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equal = pair.indexOf('=');
      if (equal > 0) {
        translate(
            pair.substring(0, equal),
            String.valueOf(decoded(pair.substring(equal + 1))),
            parameters);
      }
    }
    StringJoiner joined = new StringJoiner("&", "?", "");
    parameters.forEach(
        (name, value) -> joined.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return joined.toString();
  }

  private static void translate(String name, String value, Map<String, String> parameters) {
    switch (name) {
      case "unix_socket" ->
          throw refused("unix_socket is not possible here; name host and port instead");
      case "ssl_ca", "ssl_cert", "ssl_key", "ssl_capath" ->
          throw refused(
              name
                  + " is a PEM file, which the driver can't read; give a Java key store by"
                  + " trustCertificateKeyStoreUrl and trustCertificateKeyStorePassword");
      case "charset", "use_unicode", "binary_prefix", "autocommit", "sql_mode", "plugin" -> {
        // of the Python drivers; the driver here always speaks full UTF-8
      }
      case "ssl" -> parameters.putIfAbsent("sslMode", yes(value) ? "REQUIRED" : "DISABLED");
      case "ssl_disabled" -> parameters.put("sslMode", yes(value) ? "DISABLED" : "PREFERRED");
      case "ssl_mode", "sslmode" -> parameters.put("sslMode", value.toUpperCase(Locale.ROOT));
      case "ssl_verify_cert" -> verify(value, "VERIFY_CA", parameters);
      case "ssl_verify_identity", "ssl_check_hostname" ->
          verify(value, "VERIFY_IDENTITY", parameters);
      case "connect_timeout" -> parameters.put("connectTimeout", value + "000");
      case "read_timeout" -> parameters.put("socketTimeout", value + "000");
      default -> parameters.put(name, value);
    }
  }

  private static void verify(String value, String mode, Map<String, String> parameters) {
    if (yes(value)) {
      parameters.put("sslMode", mode);
    }
  }

  private static boolean yes(String value) {
    return value.equalsIgnoreCase("true") || value.equals("1");
  }

  private static @Nullable String decoded(@Nullable String text) {
    // SQLAlchemy decodes %XX and leaves + alone
    return text == null
        ? null
        : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static SettingsException refused(String problem) {
    return new SettingsException(SECTION, OPTION, problem);
  }

  /** Shows no password: none of the parameters, and no server that is named along with a user. */
  @Override
  public String toString() {
    Matcher plain = PLAIN.matcher(jdbcUrl);
    return "DatabaseUrl["
        + (plain.matches() ? plain.group("place") : "jdbc:mysql://")
        + (plain.matches() && plain.group("query") == null ? "]" : "…]");
  }
}
