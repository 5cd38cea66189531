package io.glance.api.format;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Recognises one format in a stream that is shown to it once, in order. */
interface FormatParser {
  /**
   * Takes the next bytes.
   *
   * @param position of the chunk's first byte in the stream
   * @param chunk between position and limit; left as it is
   * @return false when no later byte can change the finding
   */
  boolean eat(long position, ByteBuffer chunk);

  /**
   * The verdict at the end of the stream.
   *
   * @param size bytes of the whole stream
   * @return null when it is not this format
   */
  @Nullable Finding finish(long size);
}
