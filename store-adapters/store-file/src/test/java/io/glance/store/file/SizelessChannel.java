package io.glance.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A channel of a disk that fails at once. */
final class SizelessChannel extends FileChannel {
  private static IOException failure() {
    return new IOException("Input/output error");
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    throw failure();
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) throws IOException {
    throw failure();
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    throw failure();
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) throws IOException {
    throw failure();
  }

  @Override
  public long position() throws IOException {
    throw failure();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    throw failure();
  }

  @Override
  public long size() throws IOException {
    throw failure();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    throw failure();
  }

  @Override
  public void force(boolean metadata) throws IOException {
    throw failure();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel to) throws IOException {
    throw failure();
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long position, long count) throws IOException {
    throw failure();
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    throw failure();
  }

  @Override
  public int write(ByteBuffer from, long position) throws IOException {
    throw failure();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    throw failure();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    throw failure();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    throw failure();
  }

  @Override
  protected void implCloseChannel() {}
}
