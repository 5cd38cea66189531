package io.glance.api.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The text in a VMDK that says which files hold the disk. Every line must be understood. */
final class VmdkDescriptor {
  private static final Set<String> ONE_FILE_TYPES = Set.of("monolithicsparse", "streamoptimized");
  private static final Set<String> EXTENT_ACCESS = Set.of("rw", "rdonly", "noaccess");
  private static final Set<String> VERSIONS = Set.of("version=1", "version=2", "version=3");
  private static final int SECTOR = 512;
  private static final String CREATE_TYPE = "createtype=\"";

  private VmdkDescriptor() {}

  /** Whether a stream that begins so can be a descriptor file: looks at the first sector. */
  static boolean mayStart(byte[] head) {
    return isText(head, Math.min(head.length, SECTOR)) || (head.length > 0 && head[0] == '#');
  }

  /**
   * Whether a stream without a sparse header is a descriptor: text that names a type, or what
   * QEMU's probe takes for one, whose comments may hold any byte.
   */
  static boolean isDescriptorFile(byte[] bytes) {
    if (!mayStart(bytes)) {
      return false;
    }
    String text = lower(bytes, textLength(bytes));
    if (text.contains(CREATE_TYPE)) {
      return true;
    }
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .findFirst()
        .filter(VERSIONS::contains)
        .isPresent();
  }

  /** The violations of a descriptor inside a sparse file, padded with zeros. */
  static List<Violation> check(byte[] bytes) {
    int length = textLength(bytes);
    for (int i = length; i < bytes.length; i++) {
      if (bytes[i] != 0) {
        return violation("there is more behind the text");
      }
    }
    if (!isText(bytes, length)) {
      return violation("it is not ASCII text");
    }
    String text = lower(bytes, length);
    if (!hasOneFileType(text)) {
      return violation("createType is not one of the single-file types");
    }
    return checkLines(text);
  }

  private static boolean hasOneFileType(String text) {
    int start = text.indexOf(CREATE_TYPE) + CREATE_TYPE.length();
    int end = text.indexOf('"', start);
    return start >= CREATE_TYPE.length()
        && end >= 0
        && ONE_FILE_TYPES.contains(text.substring(start, end))
        && text.indexOf(CREATE_TYPE, end) < 0;
  }

  private static List<Violation> checkLines(String text) {
    List<String> extents = new ArrayList<>();
    for (String raw : text.split("\n", -1)) {
      String line = raw.strip();
      int equals = line.indexOf('=');
      boolean isField = equals >= 0 && line.lastIndexOf(' ', equals) < 0;
      if (isField || line.isEmpty() || line.startsWith("#") || line.startsWith("ddb")) {
        continue;
      }
      if (!EXTENT_ACCESS.contains(line.split(" ", 2)[0])) {
        return violation("it has a line of an unknown kind");
      }
      extents.add(line);
    }
    if (extents.isEmpty()) {
      return violation("it names no extent");
    }
    for (String extent : extents) {
      if (extent.contains("/") || extent.contains("\\") || extent.contains("..")) {
        return violation("an extent names a path");
      }
    }
    return List.of();
  }

  private static List<Violation> violation(String reason) {
    return List.of(new Violation("descriptor", reason));
  }

  private static String lower(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
  }

  private static int textLength(byte[] bytes) {
    int length = 0;
    while (length < bytes.length && bytes[length] != 0) {
      length++;
    }
    return length;
  }

  private static boolean isText(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      boolean printable = bytes[i] >= ' ' && bytes[i] < 0x7f;
      boolean space = bytes[i] >= '\t' && bytes[i] <= '\r';
      if (!printable && !space) {
        return false;
      }
    }
    return length > 0;
  }
}
