package io.glance.api.format;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * VMware's VMDK: one file with a sparse header and its descriptor inside (CVE-2022-47951). A bare
 * descriptor text, which makes a consumer open the files that it names, is recognised and refused.
 */
final class VmdkParser implements FormatParser {
  private static final int SECTOR = 512;
  private static final int HEADER_MINIMUM = 64;

  private final Region header = new Region(0, SECTOR);
  private boolean decided;
  private @Nullable Region descriptor;
  private @Nullable Region text;
  private @Nullable TailRegion footer;

  @Override
  public boolean eat(long position, ByteBuffer chunk) {
    header.eat(position, chunk);
    if (footer == null && !header.isComplete()) {
      return true;
    }
    if (!decided) {
      decide();
      if (footer != null) {
        footer.eat(header.bigEndian());
        ByteBuffer rest = chunk.duplicate();
        rest.position(rest.position() + (int) (header.end() - position));
        footer.eat(rest);
      }
    } else if (footer != null) {
      footer.eat(chunk);
    }
    boolean more = footer != null;
    for (Region region : new Region[] {descriptor, text}) {
      if (region != null) {
        region.eat(position, chunk);
        more |= !region.isComplete();
      }
    }
    return more;
  }

  private void decide() {
    decided = true;
    if (isSparse()) {
      VmdkHeader fields = VmdkHeader.read(header.littleEndian(), 0);
      if (fields.fault() == null) {
        descriptor = new Region(VmdkHeader.DESCRIPTOR_OFFSET, fields.descriptorLength());
        footer = fields.hasFooter() ? new TailRegion(VmdkFooter.LENGTH) : null;
      }
    } else if (VmdkDescriptor.mayStart(header.copy())) {
      text = Region.continuing(header, Region.MAX_LENGTH);
    }
  }

  private boolean isSparse() {
    return header.has(0, "KDMV");
  }

  @Override
  public @Nullable Finding finish(long size) {
    if (!isSparse()) {
      Region all = text == null ? header : text;
      return VmdkDescriptor.isDescriptorFile(all.copy())
          ? unsafe("a descriptor that names other files")
          : null;
    }
    if (header.filled() < HEADER_MINIMUM || (decided && descriptor == null)) {
      return unsafe("an unusable header");
    }
    if (descriptor == null || !descriptor.isComplete()) {
      return unsafe("ends within the descriptor");
    }
    VmdkHeader fields = VmdkHeader.read(header.littleEndian(), 0);
    List<Violation> violations = new ArrayList<>(VmdkDescriptor.check(descriptor.copy()));
    if (footer != null) {
      String fault =
          footer.isComplete() ? VmdkFooter.fault(footer.littleEndian(), fields) : "no footer";
      if (fault != null) {
        violations.add(new Violation("footer", fault));
      }
    }
    return Finding.sized(DetectedFormat.VMDK, fields.virtualSize(), violations);
  }

  private static Finding unsafe(String reason) {
    return Finding.unsafe(DetectedFormat.VMDK, new Violation("descriptor", reason));
  }
}
