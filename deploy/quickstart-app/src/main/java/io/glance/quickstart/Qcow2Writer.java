package io.glance.quickstart;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a small qcow2 version 3 image: clusters of 64 KiB in order, everything behind them zero.
 *
 * <p>Layout: header, L1 table, refcount table, refcount block, L2 table, data, one cluster each but
 * the data. One L2 table reaches 512 MiB.
 */
final class Qcow2Writer implements AutoCloseable {
  static final int CLUSTER = 64 * 1024;

  private static final int CLUSTER_BITS = 16;
  private static final int L1_TABLE = 1;
  private static final int REFCOUNT_TABLE = 2;
  private static final int REFCOUNT_BLOCK = 3;
  private static final int L2_TABLE = 4;
  private static final int FIRST_DATA = 5;
  private static final int MAX_CLUSTERS = CLUSTER / Long.BYTES;
  private static final long COPIED = 1L << 63;
  private static final int REFCOUNT_16_BIT = 4;
  private static final int HEADER_LENGTH = 104;

  private final FileChannel file;
  private final long virtualSize;
  private int clusters;

  /**
   * Starts a file.
   *
   * @param virtualSize of the disk, bytes, up to 512 MiB
   */
  Qcow2Writer(Path path, long virtualSize) throws IOException {
    if (virtualSize > (long) MAX_CLUSTERS * CLUSTER) {
      throw new IllegalArgumentException("more than one L2 table reaches: " + virtualSize);
    }
    this.virtualSize = virtualSize;
    this.file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /** Writes the disk's next cluster; a shorter one is filled with zeros. */
  void write(byte[] content) throws IOException {
    writeCluster(FIRST_DATA + clusters, ByteBuffer.allocate(CLUSTER).put(content));
    clusters++;
  }

  /** Writes the tables and closes the file. */
  @Override
  public void close() throws IOException {
    try (file) {
      writeCluster(0, header());
      writeCluster(
          L1_TABLE, ByteBuffer.allocate(CLUSTER).putLong(COPIED | (long) L2_TABLE * CLUSTER));
      writeCluster(
          REFCOUNT_TABLE, ByteBuffer.allocate(CLUSTER).putLong((long) REFCOUNT_BLOCK * CLUSTER));
      ByteBuffer refcounts = ByteBuffer.allocate(CLUSTER);
      ByteBuffer l2 = ByteBuffer.allocate(CLUSTER);
      for (int i = 0; i < FIRST_DATA + clusters; i++) {
        refcounts.putShort((short) 1);
      }
      for (int i = 0; i < clusters; i++) {
        l2.putLong(COPIED | (long) (FIRST_DATA + i) * CLUSTER);
      }
      writeCluster(REFCOUNT_BLOCK, refcounts);
      writeCluster(L2_TABLE, l2);
    }
  }

  private ByteBuffer header() {
    ByteBuffer header = ByteBuffer.allocate(CLUSTER);
    header.putInt(0x514649fb).putInt(3);
    header.putLong(0).putInt(0); // no backing file
    header.putInt(CLUSTER_BITS).putLong(virtualSize);
    header.putInt(0); // not encrypted
    header.putInt(1).putLong((long) L1_TABLE * CLUSTER);
    header.putLong((long) REFCOUNT_TABLE * CLUSTER).putInt(1);
    header.putInt(0).putLong(0); // no snapshots
    header.putLong(0).putLong(0).putLong(0); // no features
    return header.putInt(REFCOUNT_16_BIT).putInt(HEADER_LENGTH);
  }

  private void writeCluster(int index, ByteBuffer cluster) throws IOException {
    cluster.clear();
    long at = (long) index * CLUSTER;
    while (cluster.hasRemaining()) {
      file.write(cluster, at + cluster.position());
    }
  }
}
