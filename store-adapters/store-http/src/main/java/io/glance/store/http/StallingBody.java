package io.glance.store.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body as it arrives, one piece asked for at a time; a server that sends nothing for too long is
 * given up, which the JDK's own stream never does.
 */
final class StallingBody implements BodySubscriber<StallingBody>, AutoCloseable {
  private final Duration stall;
  private final BlockingQueue<Piece> arrived = new LinkedBlockingQueue<>();
  private final CompletableFuture<Subscription> subscribed = new CompletableFuture<>();
  private final Queue<ByteBuffer> current = new ArrayDeque<>();
  private boolean ended;
  private boolean asked;

  StallingBody(Duration stall) {
    this.stall = stall;
  }

  /** Bytes, a failure, or neither at the end. */
  private record Piece(List<ByteBuffer> bytes, @Nullable Throwable failure) {}

  /**
   * Reads into the buffer.
   *
   * @return bytes read, -1 at the end
   * @throws IOException where the connection broke or the server stalls
   */
  int read(ByteBuffer into) throws IOException {
    while (true) {
      ByteBuffer piece = current.peek();
      if (piece != null && piece.hasRemaining()) {
        int length = Math.min(piece.remaining(), into.remaining());
        into.put(into.position(), piece, piece.position(), length);
        into.position(into.position() + length);
        piece.position(piece.position() + length);
        return length;
      }
      if (current.poll() == null) {
        if (ended) {
          return -1;
        }
        await();
      }
    }
  }

  private void await() throws IOException {
    try {
      if (!asked) {
        subscribed.join().request(1);
        asked = true;
      }
      Piece piece = arrived.poll(stall.toMillis(), TimeUnit.MILLISECONDS);
      if (piece == null) {
        throw new IOException("the server sends nothing");
      }
      if (piece.failure() != null) {
        throw new IOException("the connection broke", piece.failure());
      }
      asked = false;
      ended = piece.bytes().isEmpty();
      current.addAll(piece.bytes());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public CompletionStage<StallingBody> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscribed.complete(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> item) {
    arrived.add(new Piece(item, null));
  }

  @Override
  public void onError(Throwable throwable) {
    arrived.add(new Piece(List.of(), throwable));
  }

  @Override
  public void onComplete() {
    arrived.add(new Piece(List.of(), null));
  }

  /** Cancels, also a subscription that comes later. */
  @Override
  public void close() {
    CompletableFuture<Void> unused = subscribed.thenAccept(Subscription::cancel);
  }
}
