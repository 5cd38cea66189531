package io.glance.store.http;

import io.glance.store.http.Exchange.Answer;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a URL. The size comes from a HEAD; the GET is sent with the first read, again with a Range
 * for a jump and where the connection broke.
 */
final class HttpReader implements ImageReader {
  private static final int MAX_RESUMES = 3;

  /** A server without ranges is read past this many bytes at most. */
  private static final long MAX_SKIP = 64L << 20;

  private final Exchange exchange;
  private final HttpLocation location;
  private long size;
  private @Nullable String validator;
  private @Nullable Answer answer;
  private long next;
  private int resumes;

  private HttpReader(Exchange exchange, HttpLocation location) {
    this.exchange = exchange;
    this.location = location;
  }

  static HttpReader open(Exchange exchange, HttpLocation location) throws StoreException {
    HttpReader reader = new HttpReader(exchange, location);
    Answer head = exchange.head(location);
    head.discard();
    if (head.status() == 200) {
      reader.learn(head);
    } else if (head.status() == 404 || head.status() == 410) {
      throw failure(head);
    } else {
      reader.request(0); // some servers sign their URLs for GET only
    }
    return reader;
  }

  private void learn(Answer from) {
    size = from.length();
    String etag = from.header("ETag");
    validator = etag == null || etag.startsWith("W/") ? from.header("Last-Modified") : etag;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public int read(ByteBuffer into, long position) throws StoreException {
    if (size >= 0 && position >= size) {
      return -1;
    }
    while (true) {
      if (answer == null || next != position) {
        request(position);
      }
      try {
        int length = current().response().body().read(into);
        if (length < 0 && size >= 0) {
          throw new IOException("the body ended early");
        }
        next += Math.max(0, length);
        return length;
      } catch (IOException e) {
        close();
        if (validator == null || ++resumes > MAX_RESUMES) {
          throw new StoreException(Kind.UNAVAILABLE, "the server broke off", e);
        }
      }
    }
  }

  private void request(long position) throws StoreException {
    close();
    Answer opened = exchange.get(location, position, resumes == 0 ? null : validator);
    answer = opened;
    next = position;
    if (opened.status() == 200) {
      if (position == 0 && size <= 0) {
        learn(opened);
      }
      skip(opened, position);
    } else if (position == 0 || opened.status() != 206) {
      close();
      throw failure(opened);
    } else if (!startsAt(opened, position)) {
      close();
      throw new StoreException(Kind.UNSUPPORTED, "the server sent another range");
    }
  }

  private static boolean startsAt(Answer answer, long position) {
    String range = answer.header("Content-Range");
    return range != null && range.strip().startsWith("bytes " + position + "-");
  }

  /** The server ignored the range: whoever resumes must not mix two versions. */
  private void skip(Answer opened, long position) throws StoreException {
    if (position > 0 && (resumes > 0 || position > MAX_SKIP)) {
      close();
      throw new StoreException(
          resumes > 0 ? Kind.UNAVAILABLE : Kind.UNSUPPORTED, "the server has no ranges");
    }
    ByteBuffer waste = ByteBuffer.allocate((int) Math.min(position, 1 << 16));
    long skipped = 0;
    try {
      while (skipped < position) {
        waste.clear().limit((int) Math.min(waste.capacity(), position - skipped));
        int length = opened.response().body().read(waste);
        if (length < 0) {
          throw new IOException("the body ended early");
        }
        skipped += length;
      }
    } catch (IOException e) {
      close();
      throw new StoreException(Kind.UNAVAILABLE, "the server broke off", e);
    }
  }

  private Answer current() {
    Answer current = answer;
    if (current == null) {
      throw new IllegalStateException("no request is open");
    }
    return current;
  }

  /** Source: glance_store http driver; the body of an error is never shown. */
  private static StoreException failure(Answer answer) {
    int status = answer.status();
    Kind kind = Kind.BAD_LOCATION;
    if (status == 404 || status == 410) {
      kind = Kind.NOT_FOUND;
    } else if (status == 408 || status == 429 || status >= 500) {
      kind = Kind.UNAVAILABLE;
    }
    return new StoreException(kind, "the server answered " + status);
  }

  @Override
  public void close() {
    if (answer != null) {
      answer.discard();
      answer = null;
    }
  }
}
