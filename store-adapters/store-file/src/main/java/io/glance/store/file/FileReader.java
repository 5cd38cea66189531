package io.glance.store.file;

import io.glance.store.spi.ImageReader;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Reads an image's file; a delete meanwhile doesn't disturb it. */
final class FileReader implements ImageReader {
  private final Path path;
  private final FileChannel channel;
  private final long size;

  private FileReader(Path path, FileChannel channel, long size) {
    this.path = path;
    this.channel = channel;
    this.size = size;
  }

  static FileReader open(Path path) throws StoreException {
    try {
      return of(path, FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    } catch (IOException e) {
      if (Files.isSymbolicLink(path)) {
        throw new StoreException(Kind.BAD_LOCATION, "the location is a symbolic link", e);
      }
      throw FileErrors.of(e, "open image " + FileLocation.imageId(path));
    }
  }

  /** Takes the channel over: it is closed where no reader comes of it. */
  static FileReader of(Path path, FileChannel channel) throws IOException, StoreException {
    boolean taken = false;
    try {
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        throw new StoreException(Kind.BAD_LOCATION, "the location is not a file");
      }
      FileReader reader = new FileReader(path, channel, channel.size());
      taken = true;
      return reader;
    } finally {
      if (!taken) {
        channel.close();
      }
    }
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(ByteBuffer into, long position) throws StoreException {
    try {
      return channel.read(into, position);
    } catch (IOException e) {
      throw FileErrors.of(e, "read image " + FileLocation.imageId(path));
    }
  }

  @Override
  public Optional<Path> localFile() {
    return Optional.of(path);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // nothing was written: nothing is lost
    }
  }
}
