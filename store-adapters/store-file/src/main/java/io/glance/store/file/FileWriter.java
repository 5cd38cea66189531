package io.glance.store.file;

import io.glance.store.spi.Hint;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreLocation;
import io.glance.store.spi.Stored;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Writes a hidden file, makes it durable, then gives it its name: link without replacing, drop the
 * hidden name, sync the directory (REL-23).
 */
final class FileWriter implements ImageWriter {
  private static final int BLOCK = 4096;
  private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(BLOCK).asReadOnlyBuffer();

  private static final Publication PUBLICATION = new Publication(Disk.REAL);

  private final Target target;
  private final Hint hint;
  private final WriteRules rules;
  private final Path hidden;
  private final FileChannel channel;
  private long position;
  private boolean finished;
  private @Nullable Inode committed;

  private FileWriter(Target target, Hint hint, WriteRules rules, Path hidden, FileChannel channel) {
    this.target = target;
    this.hint = hint;
    this.rules = rules;
    this.hidden = hidden;
    this.channel = channel;
  }

  static FileWriter create(Target target, Hint hint, WriteRules rules) throws StoreException {
    String imageId = FileLocation.imageId(target.path());
    try {
      long free = Files.getFileStore(target.unfinished()).getUsableSpace();
      if (!rules.thin() && hint.size().orElse(0) > free) {
        throw new StoreException(Kind.FULL, "no room for " + hint.size().orElse(0) + " bytes");
      }
      Path hidden = Unfinished.nameFor(target.unfinished(), imageId);
      FileChannel channel =
          FileChannel.open(hidden, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return new FileWriter(target, hint, rules, hidden, channel);
    } catch (IOException e) {
      throw writing(e, imageId);
    }
  }

  @Override
  public StoreLocation location() {
    return target.location();
  }

  @Override
  public void write(ByteBuffer data) throws StoreException {
    if (position + data.remaining() > hint.size().orElse(Long.MAX_VALUE)) {
      throw new StoreException(Kind.MISMATCH, "more bytes than announced");
    }
    try {
      if (rules.thin()) {
        writeThin(data);
      } else {
        writeAll(data);
      }
    } catch (IOException e) {
      throw writing(e, FileLocation.imageId(target.path()));
    }
  }

  private void writeAll(ByteBuffer data) throws IOException {
    while (data.hasRemaining()) {
      position += channel.write(data, position);
    }
  }

  /** Leaves blocks of zeros out: the file has holes there. */
  private void writeThin(ByteBuffer data) throws IOException {
    int end = data.limit();
    while (data.hasRemaining()) {
      int block = Math.min(data.remaining(), BLOCK - (int) (position % BLOCK));
      boolean zero = isZero(data, block);
      int run = block;
      while (run < data.remaining()
          && isZero(data.slice(data.position() + run, data.remaining() - run), nextBlock(data, run))
              == zero) {
        run += nextBlock(data, run);
      }
      if (zero) {
        data.position(data.position() + run);
        position += run;
      } else {
        data.limit(data.position() + run);
        writeAll(data);
        data.limit(end);
      }
    }
  }

  private static int nextBlock(ByteBuffer data, int run) {
    return Math.min(BLOCK, data.remaining() - run);
  }

  private static boolean isZero(ByteBuffer data, int length) {
    return data.slice(data.position(), length).mismatch(ZEROS.slice(0, length)) < 0;
  }

  @Override
  public Stored commit() throws StoreException {
    if (hint.size().isPresent() && hint.size().getAsLong() != position) {
      throw new StoreException(
          Kind.MISMATCH, "got " + position + " bytes of " + hint.size().getAsLong());
    }
    try {
      if (channel.size() < position) {
        channel.write(ByteBuffer.allocate(1), position - 1); // ends in a hole
      }
      if (rules.permissions() != null) {
        Files.setPosixFilePermissions(hidden, rules.permissions().ofFile());
      }
      channel.force(true);
      committed = Inode.of(hidden);
      PUBLICATION.publish(hidden, target.path());
      finished = true;
      return new Stored(target.location(), position, rules.mountPoints().of(target.path()));
    } catch (IOException e) {
      throw writing(e, FileLocation.imageId(target.path()));
    }
  }

  /** The channel is open until the close, so no other file can have got this one's inode. */
  @Override
  public void undo() throws StoreException {
    if (!finished || committed == null) {
      return;
    }
    try {
      committed.removeAt(target.path());
    } catch (NoSuchFileException e) {
      return; // somebody else removed it
    } catch (IOException e) {
      throw FileErrors.of(e, "take back image " + FileLocation.imageId(target.path()));
    }
  }

  private static StoreException writing(IOException e, String imageId) {
    StoreException failure = FileErrors.of(e, "write image " + imageId);
    // a hidden file that vanished was swept by somebody who took this upload for dead
    return failure.kind() == Kind.NOT_FOUND
        ? new StoreException(Kind.UNAVAILABLE, "the unfinished file of " + imageId + " is gone", e)
        : failure;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // what a commit has synced is durable, and the rest goes
    }
    try {
      if (!finished) {
        Files.deleteIfExists(hidden);
      }
    } catch (IOException e) {
      // the sweep removes it
    }
  }
}
