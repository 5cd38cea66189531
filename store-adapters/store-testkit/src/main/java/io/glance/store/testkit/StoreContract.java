package io.glance.store.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.glance.store.spi.Hint;
import io.glance.store.spi.ImageReader;
import io.glance.store.spi.ImageWriter;
import io.glance.store.spi.Match;
import io.glance.store.spi.Store;
import io.glance.store.spi.StoreException;
import io.glance.store.spi.StoreException.Kind;
import io.glance.store.spi.StoreLocation;
import io.glance.store.spi.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every store does alike. A module's test extends it and says how to reach the backend. */
@org.jspecify.annotations.NullUnmarked
public abstract class StoreContract {
  private StoreFixture fixture;
  private Store store;
  private String id;

  /** A backend with nothing in it. */
  protected abstract StoreFixture newFixture() throws Exception;

  /** Whether the store takes bytes and deletes them. */
  protected boolean canWrite() {
    return true;
  }

  /** Size of the parts the store moves, in bytes: lengths around it are tried. */
  protected int partBytes() {
    return 1 << 20;
  }

  /** The backend of the test at hand. */
  protected final StoreFixture fixture() {
    return fixture;
  }

  /** The store of the test at hand. */
  protected final Store store() {
    return store;
  }

  @BeforeEach
  final void openStore() throws Exception {
    fixture = newFixture();
    store = fixture.open();
    id = UUID.randomUUID().toString();
  }

  @AfterEach
  final void closeStore() throws Exception {
    store.close();
    fixture.close();
  }

  final List<Integer> lengths() {
    int part = partBytes();
    return List.of(0, 1, 65_536, part - 1, part, part + 1, 5 * part + 17);
  }

  private StoreLocation put(byte[] bytes) throws Exception {
    return canWrite()
        ? Bytes.write(store, id, bytes, Hint.NONE).location()
        : fixture.seed(id, bytes);
  }

  private static Kind kindOf(ThrowingCallable call) {
    StoreException thrown = catchThrowableOfType(StoreException.class, call);
    assertThat(thrown).as("a StoreException").isNotNull();
    return thrown.kind();
  }

  /** Bytes out. */
  @Nested
  protected class Reading {
    @Test
    void anImageComesBackAsItIsInTheBackend() throws Exception {
      for (int length : lengths()) {
        String imageId = UUID.randomUUID().toString();
        StoreLocation location = fixture.seed(imageId, Bytes.random(length));
        assertThat(Bytes.read(store, location))
            .as("%d bytes", length)
            .isEqualTo(Bytes.random(length));
      }
    }

    @ParameterizedTest(name = "from {0}, {1} bytes")
    @CsvSource({
      "0,1",
      "0,10",
      "1,99",
      "4095,2",
      "299999,1",
      "150000,150000",
      "299990,50",
      "0,300000"
    })
    void everyRangeIsReadableByPosition(int position, int length) throws Exception { // DOWN-03
      byte[] bytes = Bytes.random(300_000);
      StoreLocation location = put(bytes);
      byte[] expected =
          Arrays.copyOfRange(bytes, position, Math.min(bytes.length, position + length));
      try (ImageReader reader = store.open(location, Bytes.CALLER)) {
        assertThat(Bytes.read(reader, position, length)).isEqualTo(expected);
      }
    }

    @Test
    void oneReaderJumpsBackAndForth() throws Exception {
      byte[] bytes = Bytes.random(200_000);
      StoreLocation location = put(bytes);
      try (ImageReader reader = store.open(location, Bytes.CALLER)) {
        for (int position : new int[] {199_000, 0, 100_000, 100_010, 5}) {
          assertThat(Bytes.read(reader, position, 10))
              .isEqualTo(Arrays.copyOfRange(bytes, position, position + 10));
        }
      }
    }

    @Test
    void theReaderKnowsTheSize() throws Exception {
      StoreLocation location = put(Bytes.random(12_345));
      try (ImageReader reader = store.open(location, Bytes.CALLER)) {
        assertThat(reader.size()).isEqualTo(12_345);
        assertThat(Bytes.read(reader, 12_345, 10)).isEmpty();
      }
    }

    @Test
    void theStoreOwnsItsLocations() throws Exception {
      assertThat(store.owns(put(Bytes.random(1)))).isNotEqualTo(Match.NO);
      assertThat(store.owns(new StoreLocation("gridfs://somewhere/" + id))).isEqualTo(Match.NO);
      assertThat(store.owns(new StoreLocation("pending://parallel-import/" + id + "/s")))
          .isEqualTo(Match.NO);
    }

    @Test
    void bytesThatAreGoneAreNotFound() throws Exception {
      StoreLocation there = fixture.seed(id, Bytes.random(1));
      StoreLocation gone =
          new StoreLocation(there.text().replace(id, UUID.randomUUID().toString()));
      assertThat(kindOf(() -> store.open(gone, Bytes.CALLER).close())).isEqualTo(Kind.NOT_FOUND);
    }
  }

  /** Bytes in. */
  @Nested
  protected class Writing {
    @BeforeEach
    void onlyWhereItCan() {
      assumeTrue(canWrite());
    }

    @Test
    void anImageComesBackAsItWasWritten() throws Exception {
      for (int length : lengths()) {
        for (Hint hint : List.of(Hint.NONE, Hint.ofSize(length))) {
          String imageId = UUID.randomUUID().toString();
          Stored stored = Bytes.write(store, imageId, Bytes.random(length), hint);
          assertThat(stored.size()).isEqualTo(length);
          assertThat(Bytes.read(store, stored.location())).isEqualTo(Bytes.random(length));
        }
      }
    }

    @Test
    void theLocationIsThePlannedOne() throws Exception {
      StoreLocation planned = store.plan(id, Hint.NONE);
      Stored stored = Bytes.write(store, id, Bytes.random(10), Hint.NONE);
      assertThat(stored.location()).isEqualTo(planned);
      assertThat(store.owns(planned)).isEqualTo(Match.EXACT);
    }

    @Test
    void nothingIsVisibleBeforeTheCommit() throws Exception {
      StoreLocation planned = store.plan(id, Hint.NONE);
      try (ImageWriter writer = store.create(id, planned, Hint.NONE, Bytes.CALLER)) {
        Bytes.pour(writer, Bytes.random(100_000), 10_000);
        assertThat(kindOf(() -> store.open(planned, Bytes.CALLER).close()))
            .isEqualTo(Kind.NOT_FOUND);
        writer.commit();
      }
      assertThat(Bytes.read(store, planned)).isEqualTo(Bytes.random(100_000));
    }

    @Test
    void anAbortLeavesNothing() throws Exception { // UP-11
      StoreLocation planned = store.plan(id, Hint.NONE);
      try (ImageWriter writer = store.create(id, planned, Hint.NONE, Bytes.CALLER)) {
        Bytes.pour(writer, Bytes.random(3 * partBytes()), partBytes());
      }
      assertThat(fixture.objects()).isEmpty();
    }

    @Test
    void fewerBytesThanAnnouncedAreRefusedAndLeaveNothing() throws Exception { // UP-03
      assertThat(kindOf(() -> Bytes.write(store, id, Bytes.random(9), Hint.ofSize(10))))
          .isEqualTo(Kind.MISMATCH);
      assertThat(fixture.objects()).isEmpty();
    }

    @Test
    void moreBytesThanAnnouncedAreRefusedAndLeaveNothing() throws Exception { // UP-03
      assertThat(kindOf(() -> Bytes.write(store, id, Bytes.random(11), Hint.ofSize(10))))
          .isEqualTo(Kind.MISMATCH);
      assertThat(fixture.objects()).isEmpty();
    }

    @Test
    void anotherImageOfTheSameIdIsRefusedAndTheFirstStays() throws Exception {
      Stored first = Bytes.write(store, id, Bytes.random(10), Hint.NONE);
      assertThat(kindOf(() -> Bytes.write(store, id, Bytes.random(20), Hint.NONE)))
          .isEqualTo(Kind.DUPLICATE);
      assertThat(Bytes.read(store, first.location())).isEqualTo(Bytes.random(10));
      assertThat(fixture.objects()).hasSize(1);
    }

    @Test
    void ofManyWritersOfOneIdExactlyOneWins() throws Exception { // REL-11
      int writers = 8;
      ExecutorService threads = Executors.newFixedThreadPool(writers);
      try {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 1; i <= writers; i++) {
          int length = 10_000 * i;
          calls.add(() -> lengthOrZero(length));
        }
        List<Integer> won = new ArrayList<>();
        for (Future<Integer> result : threads.invokeAll(calls)) {
          won.add(result.get());
        }
        won.removeIf(length -> length == 0);
        assertThat(won).hasSize(1);
        assertThat(Bytes.read(store, store.plan(id, Hint.NONE)))
            .isEqualTo(Bytes.random(won.get(0)));
        assertThat(fixture.objects()).hasSize(1);
      } finally {
        threads.shutdownNow();
      }
    }

    private int lengthOrZero(int length) throws StoreException {
      try {
        Bytes.write(store, id, Bytes.random(length), Hint.NONE);
        return length;
      } catch (StoreException e) {
        assertThat(e.kind()).isEqualTo(Kind.DUPLICATE);
        return 0;
      }
    }

    @Test
    void aCommitCanBeTakenBack() throws Exception {
      try (ImageWriter writer =
          store.create(id, store.plan(id, Hint.NONE), Hint.NONE, Bytes.CALLER)) {
        Bytes.pour(writer, Bytes.random(10), 10);
        writer.commit();
        writer.undo();
      }
      assertThat(fixture.objects()).isEmpty();
    }

    @Test
    void takingBackLeavesTheBytesOfALaterWriter() throws Exception {
      StoreLocation planned = store.plan(id, Hint.NONE);
      try (ImageWriter late = store.create(id, planned, Hint.NONE, Bytes.CALLER)) {
        Bytes.pour(late, Bytes.random(10), 10);
        late.commit();
        store.delete(planned, Bytes.CALLER);
        Bytes.write(store, id, Bytes.random(20), Hint.NONE);
        late.undo();
      }
      assertThat(Bytes.read(store, planned)).isEqualTo(Bytes.random(20));
    }

    @Test
    void aFullBackendSaysSoAndKeepsNothing() throws Exception { // UP-10
      Store full = fixture.openNearlyFull().orElse(null);
      assumeTrue(full != null);
      int length = 64 << 20;
      assertThat(kindOf(() -> Bytes.write(full, id, Bytes.random(length), Hint.ofSize(length))))
          .isEqualTo(Kind.FULL);
      assertThat(kindOf(() -> Bytes.write(full, id, Bytes.random(length), Hint.NONE)))
          .isEqualTo(Kind.FULL);
      assertThat(kindOf(() -> full.open(full.plan(id, Hint.NONE), Bytes.CALLER).close()))
          .isEqualTo(Kind.NOT_FOUND);
    }
  }

  /** Bytes away. */
  @Nested
  protected class Deleting {
    @BeforeEach
    void onlyWhereItCan() {
      assumeTrue(canWrite());
    }

    @Test
    void deletedBytesAreGone() throws Exception {
      StoreLocation location = put(Bytes.random(10));
      store.delete(location, Bytes.CALLER);
      assertThat(fixture.objects()).isEmpty();
    }

    @Test
    void aSecondDeleteFindsNothing() throws Exception { // IMG-32
      StoreLocation location = put(Bytes.random(10));
      store.delete(location, Bytes.CALLER);
      assertThat(kindOf(() -> store.delete(location, Bytes.CALLER))).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void aReaderFinishesOrFailsButNeverReadsWrongBytes() throws Exception { // REL-07
      byte[] bytes = Bytes.random(500_000);
      StoreLocation location = put(bytes);
      try (ImageReader reader = store.open(location, Bytes.CALLER)) {
        assertThat(Bytes.read(reader, 0, 1000)).isEqualTo(Arrays.copyOf(bytes, 1000));
        store.delete(location, Bytes.CALLER);
        try {
          assertThat(Bytes.read(reader, 1000, 499_000))
              .isEqualTo(Arrays.copyOfRange(bytes, 1000, 500_000));
        } catch (StoreException e) {
          assertThat(e.kind()).isIn(Kind.NOT_FOUND, Kind.UNAVAILABLE, Kind.BROKEN);
        }
      }
    }

    @Test
    void theIdIsFreeAgain() throws Exception {
      store.delete(put(Bytes.random(10)), Bytes.CALLER);
      StoreLocation again = put(Bytes.random(20));
      assertThat(Bytes.read(store, again)).isEqualTo(Bytes.random(20));
    }
  }

  /** After a process died in the middle of an upload. */
  @Nested
  protected class CrashRecovery {
    @BeforeEach
    void onlyWhereItCan() {
      assumeTrue(canWrite());
    }

    private StoreLocation dieWriting() throws Exception {
      StoreLocation planned = store.plan(id, Hint.NONE);
      ImageWriter writer = store.create(id, planned, Hint.NONE, Bytes.CALLER);
      Bytes.pour(writer, Bytes.random(2 * partBytes() + 1), partBytes());
      return planned; // neither committed nor closed
    }

    @Test
    void deletingThePlannedLocationRemovesWhatWasLeft() throws Exception { // REL-04, REL-08
      StoreLocation planned = dieWriting();
      try (Store restarted = fixture.open()) {
        restarted.delete(planned, Bytes.CALLER);
        assertThat(fixture.objects()).isEmpty();
        Bytes.write(restarted, id, Bytes.random(10), Hint.NONE);
        assertThat(Bytes.read(restarted, planned)).isEqualTo(Bytes.random(10));
      }
    }

    @Test
    void theSweepRemovesWhatWasLeftAndNothingElse() throws Exception { // REL-08
      dieWriting();
      String other = UUID.randomUUID().toString();
      Bytes.write(store, other, Bytes.random(10), Hint.NONE);
      try (Store restarted = fixture.open()) {
        restarted.sweep(Duration.ofHours(1));
        assertThat(fixture.objects()).as("fresh leftovers stay").hasSize(2);
        restarted.sweep(Duration.ZERO);
        assertThat(fixture.objects()).hasSize(1).allMatch(name -> name.contains(other));
      }
    }
  }
}
