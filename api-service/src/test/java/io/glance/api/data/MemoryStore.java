package io.glance.api.data;

import io.glance.store.spi.Caller;
import io.glance.store.spi.Capability;
import io.glance.store.spi.Hint;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.Match;
import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreLocation;
import io.glance.store.spi.Stored;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Objects in memory, with faults. */
final class MemoryStore implements Store {
  final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final String id;

  /** Thrown by the next calls; null for none. */
  volatile Kind failOpen;

  volatile Kind failWrite;
  volatile Kind failDelete;

  /** Commits put the object there and then break. */
  volatile boolean faultAfterCommit;

  /** Reads fail from this byte on. */
  volatile long failReadAt = Long.MAX_VALUE;

  MemoryStore(String id) {
    this.id = id;
  }

  void reset() {
    objects.clear();
    failOpen = null;
    failWrite = null;
    failDelete = null;
    faultAfterCommit = false;
    failReadAt = Long.MAX_VALUE;
  }

  StoreLocation put(String imageId, byte[] bytes) {
    objects.put(imageId, bytes);
    return plan(imageId, Hint.NONE);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String type() {
    return "memory";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.READ, Capability.WRITE, Capability.DELETE);
  }

  @Override
  public Match owns(StoreLocation location) {
    return location.text().startsWith("memory://" + id + "/") ? Match.EXACT : Match.NO;
  }

  @Override
  public StoreLocation plan(String imageId, Hint hint) {
    return new StoreLocation("memory://" + id + "/" + imageId);
  }

  @Override
  public ImageWriter create(String imageId, StoreLocation planned, Hint hint, Caller caller) {
    return new Writer(imageId, planned);
  }

  @Override
  public ImageReader open(StoreLocation location, Caller caller) throws StoreException {
    failIf(failOpen);
    byte[] bytes = objects.get(key(location));
    if (bytes == null) {
      throw new StoreException(Kind.NOT_FOUND, "nothing there");
    }
    return new Reader(bytes);
  }

  @Override
  public void delete(StoreLocation location, Caller caller) throws StoreException {
    failIf(failDelete);
    if (objects.remove(key(location)) == null) {
      throw new StoreException(Kind.NOT_FOUND, "nothing there");
    }
  }

  private static String key(StoreLocation location) {
    return location.text().substring(location.text().lastIndexOf('/') + 1);
  }

  private static void failIf(Kind kind) throws StoreException {
    if (kind != null) {
      throw new StoreException(kind, "asked to fail");
    }
  }

  private final class Reader implements ImageReader {
    private final byte[] bytes;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public int read(ByteBuffer into, long position) throws StoreException {
      if (position >= failReadAt) {
        throw new StoreException(Kind.UNAVAILABLE, "asked to fail");
      }
      long end = Math.min(bytes.length, failReadAt);
      int length = (int) Math.min(into.remaining(), end - position);
      if (length <= 0) {
        return -1;
      }
      into.put(bytes, (int) position, length);
      return length;
    }

    @Override
    public void close() {}
  }

  private final class Writer implements ImageWriter {
    private final String imageId;
    private final StoreLocation location;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private byte[] committed;

    Writer(String imageId, StoreLocation location) {
      this.imageId = imageId;
      this.location = location;
    }

    @Override
    public StoreLocation location() {
      return location;
    }

    @Override
    public void write(ByteBuffer data) throws StoreException {
      failIf(failWrite);
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      out.writeBytes(bytes);
    }

    @Override
    public Stored commit() throws StoreException {
      byte[] bytes = out.toByteArray();
      if (objects.putIfAbsent(imageId, bytes) != null) {
        throw new StoreException(Kind.DUPLICATE, "there already");
      }
      committed = bytes;
      if (faultAfterCommit) {
        throw new IllegalStateException("asked to fail");
      }
      return new Stored(location, bytes.length, Map.of());
    }

    @Override
    public void undo() {
      if (committed != null) {
        objects.computeIfPresent(imageId, (key, now) -> now == committed ? null : now);
      }
    }

    @Override
    public void close() {}
  }
}
