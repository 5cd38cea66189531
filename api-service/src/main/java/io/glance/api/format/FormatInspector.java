package io.glance.api.format;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Shows a stream to every parser as it passes. Not thread safe; one per stream.
 *
 * <p>Keeps at most 1 MiB per parser. A parser that knows enough costs nothing from then on.
 */
public final class FormatInspector {
  private final List<FormatParser> parsers =
      List.of(
          new Qcow2Parser(),
          new QedParser(),
          new VhdParser(),
          new VhdxParser(),
          new VmdkParser(),
          new VdiParser(),
          new IsoParser(),
          new GptParser(),
          new LuksParser());
  private final List<FormatParser> hungry = new ArrayList<>(parsers);
  private long position;

  /**
   * Takes the next bytes of the stream.
   *
   * @param chunk read between position and limit, and left as it is
   */
  public void eat(ByteBuffer chunk) {
    if (chunk.hasRemaining()) {
      hungry.removeIf(parser -> !parser.eat(position, chunk));
      position += chunk.remaining();
    }
  }

  /** What the stream was, after its last byte. */
  public Inspection finish() {
    List<Finding> findings =
        parsers.stream().map(parser -> parser.finish(position)).filter(Objects::nonNull).toList();
    return new Inspection(position, findings);
  }
}
