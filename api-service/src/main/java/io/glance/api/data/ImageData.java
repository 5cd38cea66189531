package io.glance.api.data;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a download answers with. */
public sealed interface ImageData {
  /** The image has no bytes. */
  record None() implements ImageData {}

  /**
   * Bytes of an image.
   *
   * @param size of the whole image
   * @param checksum MD5 of the whole image in hex, null where unknown
   * @param partial whether a range was asked for
   */
  record Bytes(
      ByteRange range, long size, @Nullable String checksum, boolean partial, Content content)
      implements ImageData {}

  /** Where the bytes come from. */
  sealed interface Content {}

  /** A file of this machine with the whole image. */
  record FileContent(Path file) implements Content {}

  /** A stream; whoever sends it closes it. */
  record StreamContent(ImageStream stream) implements Content {}
}
