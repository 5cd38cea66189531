package io.glance.store.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.glance.store.core.transfer.TransferException.Kind;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreLocation;
import io.glance.store.spi.Stored;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TransferEngineTest {
  private static final int BUFFER = 64 * 1024;
  private static final HashAlgorithm SHA512 = new HashAlgorithm("sha512");

  private final BufferPool pool = new BufferPool(BUFFER, 8);
  private final TransferEngine engine = new TransferEngine(pool);
  private final Sink sink = new Sink();

  @AfterEach
  void stop() throws Exception {
    engine.close();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (pool.lent() > 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(pool.lent()).as("buffers not given back").isZero();
  }

  /** A writer that keeps all bytes. */
  private static final class Sink implements ImageWriter {
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean closed;
    StoreException failure;

    @Override
    public StoreLocation location() {
      return new StoreLocation("sink://");
    }

    @Override
    public void write(ByteBuffer data) throws StoreException {
      if (failure != null) {
        throw failure;
      }
      out.write(data.array(), data.position(), data.remaining());
    }

    @Override
    public Stored commit() {
      return new Stored(location(), out.size(), Map.of());
    }

    @Override
    public void undo() {}

    @Override
    public void close() {
      closed = true;
    }
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private Transfer of(InputStream source, OptionalLong size, long limit, ByteLane... lanes) {
    return new Transfer(source, List.of(sink), SHA512, size, limit, List.of(lanes), () -> false);
  }

  private Kind kindOf(Transfer transfer) {
    TransferException thrown =
        catchThrowableOfType(TransferException.class, () -> engine.run(transfer));
    assertThat(thrown).isNotNull();
    assertThat(sink.closed).isTrue();
    return thrown.kind();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, BUFFER - 1, BUFFER, BUFFER + 1, 3 * BUFFER + 5, 40 * BUFFER})
  void allBytesArriveAndAreHashed(int length) throws Exception { // HASH-01, HASH-02
    byte[] bytes = bytes(length);
    Transfer.Result result =
        engine.run(of(new ByteArrayInputStream(bytes), OptionalLong.empty(), Long.MAX_VALUE));
    assertThat(sink.out.toByteArray()).isEqualTo(bytes);
    assertThat(result.size()).isEqualTo(length);
    assertThat(result.checksum()).isEqualTo(hex("MD5", bytes));
    assertThat(result.multihash()).isEqualTo(hex("SHA-512", bytes));
    assertThat(sink.closed).isFalse();
  }

  private static String hex(String algorithm, byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
  }

  @Test
  void aSourceThatComesInDripsIsTheSame() throws Exception {
    byte[] bytes = bytes(10_000);
    List<InputStream> drips = new ArrayList<>();
    for (int i = 0; i < bytes.length; i += 7) {
      drips.add(new ByteArrayInputStream(bytes, i, Math.min(7, bytes.length - i)));
    }
    InputStream source = new SequenceInputStream(java.util.Collections.enumeration(drips));
    engine.run(of(source, OptionalLong.of(10_000), 10_000));
    assertThat(sink.out.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void everyWriterGetsAllBytes() throws Exception {
    Sink second = new Sink();
    byte[] bytes = bytes(5 * BUFFER);
    engine.run(
        new Transfer(
            new ByteArrayInputStream(bytes),
            List.of(sink, second),
            SHA512,
            OptionalLong.empty(),
            Long.MAX_VALUE,
            List.of(),
            () -> false));
    assertThat(sink.out.toByteArray()).isEqualTo(bytes);
    assertThat(second.out.toByteArray()).isEqualTo(bytes);
  }

  @Test
  void moreThanTheLimitIsTooLarge() { // UP-08
    assertThat(kindOf(of(endless(), OptionalLong.empty(), 10L * BUFFER))).isEqualTo(Kind.TOO_LARGE);
    assertThat(sink.out.size()).isLessThanOrEqualTo(10 * BUFFER);
  }

  @Test
  void anotherSizeThanAnnouncedIsWrong() { // UP-03
    assertThat(kindOf(of(new ByteArrayInputStream(bytes(9)), OptionalLong.of(10), 100)))
        .isEqualTo(Kind.WRONG_SIZE);
    assertThat(kindOf(of(endless(), OptionalLong.of(10), Long.MAX_VALUE)))
        .isEqualTo(Kind.WRONG_SIZE);
  }

  @Test
  void aSourceThatBreaksOffEndsTheTransfer() { // UP-11
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(bytes(3 * BUFFER)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("gone");
              }
            });
    assertThat(kindOf(of(broken, OptionalLong.empty(), Long.MAX_VALUE))).isEqualTo(Kind.SOURCE);
  }

  @Test
  void aCancelledTransferEnds() { // REL-07
    AtomicInteger asked = new AtomicInteger();
    BooleanSupplier soon = () -> asked.incrementAndGet() > 5;
    Transfer transfer =
        new Transfer(
            endless(),
            List.of(sink),
            SHA512,
            OptionalLong.empty(),
            Long.MAX_VALUE,
            List.of(),
            soon);
    assertThat(kindOf(transfer)).isEqualTo(Kind.CANCELLED);
  }

  @Test
  void aLaneThatRefusesEndsTheTransfer() { // UP-15
    ByteLane refusing =
        data -> {
          throw new TransferException(Kind.REFUSED, "no");
        };
    assertThat(kindOf(of(endless(), OptionalLong.empty(), Long.MAX_VALUE, refusing)))
        .isEqualTo(Kind.REFUSED);
  }

  @Test
  void aLaneMayRefuseAtTheEnd() { // UP-15
    ByteLane refusing =
        new ByteLane() {
          @Override
          public void accept(ByteBuffer data) {}

          @Override
          public void end() throws TransferException {
            throw new TransferException(Kind.REFUSED, "no");
          }
        };
    InputStream source = new ByteArrayInputStream(bytes(10));
    assertThat(kindOf(of(source, OptionalLong.empty(), 100, refusing))).isEqualTo(Kind.REFUSED);
  }

  @Test
  void aWriterThatFailsEndsTheTransfer() { // UP-10
    sink.failure = new StoreException(StoreException.Kind.FULL, "full");
    StoreException thrown =
        catchThrowableOfType(
            StoreException.class,
            () -> engine.run(of(endless(), OptionalLong.empty(), Long.MAX_VALUE)));
    assertThat(thrown).isSameAs(sink.failure);
    assertThat(sink.closed).isTrue();
  }

  @Test
  void noMoreBuffersAreLentThanThePoolHasHoweverManyTransfersRun() throws Exception { // REL-27
    int transfers = 24;
    AtomicInteger most = new AtomicInteger();
    ByteLane watch = data -> most.accumulateAndGet(pool.lent(), Math::max);
    ExecutorService threads = Executors.newFixedThreadPool(transfers);
    try {
      List<Callable<Transfer.Result>> calls = new ArrayList<>();
      for (int i = 0; i < transfers; i++) {
        calls.add(
            () ->
                engine.run(
                    new Transfer(
                        new ByteArrayInputStream(bytes(30 * BUFFER)),
                        List.of(),
                        SHA512,
                        OptionalLong.empty(),
                        Long.MAX_VALUE,
                        List.of(watch),
                        () -> false)));
      }
      for (Future<Transfer.Result> result : threads.invokeAll(calls)) {
        assertThat(result.get().size()).isEqualTo(30L * BUFFER);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(most.get()).isBetween(1, 8);
  }

  @Test
  void sourcesThatSendNothingDoNotStarveTheOthers() throws Exception { // REL-18
    int silent = 20;
    CountDownLatch release = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(silent);
    try {
      List<Future<?>> waiting = new ArrayList<>();
      for (int i = 0; i < silent; i++) {
        InputStream source =
            new SequenceInputStream(new ByteArrayInputStream(bytes(100)), new Silent(release));
        Transfer transfer =
            new Transfer(
                source,
                List.of(),
                SHA512,
                OptionalLong.empty(),
                Long.MAX_VALUE,
                List.of(),
                () -> false);
        waiting.add(threads.submit(() -> engine.run(transfer)));
      }
      engine.run(
          of(new ByteArrayInputStream(bytes(20 * BUFFER)), OptionalLong.empty(), Long.MAX_VALUE));
      assertThat(sink.out.size()).isEqualTo(20 * BUFFER);
      release.countDown();
      for (Future<?> each : waiting) {
        each.get();
      }
    } finally {
      release.countDown();
      threads.shutdownNow();
    }
  }

  /** Ends once it is released. */
  private static final class Silent extends InputStream {
    private final CountDownLatch release;

    Silent(CountDownLatch release) {
      this.release = release;
    }

    @Override
    public int read() throws IOException {
      try {
        release.await();
        return -1;
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  private static InputStream endless() {
    return new InputStream() {
      @Override
      public int read() {
        return 0;
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        return length;
      }
    };
  }

  @Test
  void algorithmsGoByPythonsNames() {
    for (String name : List.of("sha512", "SHA256", "sha1", "sha3_512", "md5", "sha384")) {
      assertThat(new HashAlgorithm(name).digest()).isNotNull();
    }
    assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> new HashAlgorithm("x")))
        .hasMessageContaining("'x'");
  }
}
