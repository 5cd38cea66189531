package io.glance.api.v2.image;

import io.glance.model.error.GlanceException;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a query in their order, names repeated as they were sent. */
final class QueryParameters {
  private final List<Parameter> all;

  private record Parameter(String name, String value) {}

  private QueryParameters(List<Parameter> all) {
    this.all = all;
  }

  /**
   * Reads a query as HTML forms write it.
   *
   * @param query as sent, null without one
   * @throws GlanceException BAD_REQUEST for bytes that are not UTF-8
   */
  static QueryParameters of(@Nullable String query) {
    List<Parameter> all = new ArrayList<>();
    if (query != null) {
      for (String pair : query.split("&", -1)) {
        if (!pair.isEmpty()) {
          int equals = pair.indexOf('=');
          all.add(
              new Parameter(
                  decoded(equals < 0 ? pair : pair.substring(0, equals)),
                  equals < 0 ? "" : decoded(pair.substring(equals + 1))));
        }
      }
    }
    return new QueryParameters(all);
  }

  /** The last value of a name; null where it isn't sent. */
  @Nullable String last(String name) {
    String value = null;
    for (Parameter parameter : all) {
      if (parameter.name().equals(name)) {
        value = parameter.value();
      }
    }
    return value;
  }

  boolean has(String name) {
    return last(name) != null;
  }

  /** All values of a name in their order. */
  List<String> every(String name) {
    return all.stream().filter(p -> p.name().equals(name)).map(Parameter::value).toList();
  }

  /** The names, each once. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    all.forEach(parameter -> names.add(parameter.name()));
    return names;
  }

  /**
   * The same query with another marker, which comes last; "" where nothing is left.
   *
   * @param marker null for none
   */
  String withMarker(@Nullable String marker) {
    StringBuilder query = new StringBuilder();
    for (Parameter parameter : all) {
      if (!parameter.name().equals("marker")) {
        append(query, parameter.name(), parameter.value());
      }
    }
    if (marker != null) {
      append(query, "marker", marker);
    }
    return query.toString();
  }

  private static void append(StringBuilder query, String name, String value) {
    query
        .append(query.isEmpty() ? "" : "&")
        .append(encoded(name))
        .append('=')
        .append(encoded(value));
  }

  /** Python's {@code quote_plus} leaves {@code ~} and writes {@code *}; Java does the reverse. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("*", "%2A").replace("%7E", "~");
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      if (low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.write(bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(out.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw GlanceException.badRequest(
          "Error decoding your request. Either the URL or the request body contained characters"
              + " that could not be decoded by Glance");
    }
  }
}
