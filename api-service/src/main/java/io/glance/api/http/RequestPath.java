package io.glance.api.http;

import io.glance.model.error.GlanceException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request's path as WSGI shows it: decoded before it is split, so that {@code %2F} separates
 * (ERR-13).
 */
final class RequestPath {
  /** Without a semicolon: JAX-RS takes what follows one for a matrix parameter and drops it. */
  private static final String PLAIN = "-._~!$&'()*+,=:@";

  private RequestPath() {}

  /**
   * The decoded path. A per cent sign without two digits stands for itself.
   *
   * @throws GlanceException BAD_REQUEST for bytes that are not UTF-8 and for NUL
   */
  static String decode(String raw) {
    if (raw.indexOf('%') < 0) {
      return raw;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length());
    byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
      if (low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out.toByteArray())).toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException e) {
      throw undecodable();
    }
    throw undecodable();
  }

  /** The error for a URL whose escapes are no text. */
  static GlanceException undecodable() {
    return GlanceException.badRequest(
        "Error decoding your request. Either the URL or the request body contained characters that"
            + " could not be decoded by Glance");
  }

  /** Whether the escapes of a query are UTF-8. */
  static boolean isDecodable(String query) {
    try {
      decode(query);
      return true;
    } catch (GlanceException e) {
      return false;
    }
  }

  /** The segments of a path that begins with a slash. */
  static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /**
   * Whether a segment is a step within the tree ({@code .} or {@code ..}). The router would take it
   * and reach another resource than the one that was looked up.
   */
  static boolean hasSteps(List<String> segments) {
    return segments.contains(".") || segments.contains("..");
  }

  /** Whether a raw path is for the operations' endpoints, which the edge leaves alone. */
  static boolean isOperations(String raw) {
    return raw.startsWith("/q/") && raw.indexOf('%') < 0 && !hasSteps(segments(raw));
  }

  /** The path of segments, each encoded. */
  static String encode(List<String> segments) {
    StringBuilder out = new StringBuilder();
    for (String segment : segments) {
      out.append('/');
      for (byte b : segment.getBytes(StandardCharsets.UTF_8)) {
        if (b > 0 && (Character.isLetterOrDigit(b) || PLAIN.indexOf(b) >= 0)) {
          out.append((char) b);
        } else {
          out.append("%%%02X".formatted(b & 0xff));
        }
      }
    }
    return out.toString();
  }
}
