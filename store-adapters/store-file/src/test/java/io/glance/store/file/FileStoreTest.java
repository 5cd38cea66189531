package io.glance.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import io.glance.store.testkit.Bytes;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreTest {
  private static final String ID = "7d8c1a06-0000-4000-8000-000000000001";

  @TempDir Path other;
  private FileFixture fixture;

  @BeforeEach
  void makeDirectory() throws Exception {
    fixture = new FileFixture();
  }

  @AfterEach
  void removeDirectory() throws Exception {
    fixture.close();
  }

  private static Kind kindOf(ThrowingCallable call) {
    StoreException thrown = catchThrowableOfType(StoreException.class, call);
    assertThat(thrown).isNotNull();
    return thrown.kind();
  }

  @Test
  void theUrlAndTheFileAreThoseOfGlance() throws Exception { // STORE-07
    Stored stored = Bytes.write(fixture.open(), ID, Bytes.random(10), Hint.NONE);
    assertThat(stored.location().text()).isEqualTo("file://" + fixture.root() + "/" + ID);
    assertThat(Files.readAllBytes(fixture.root().resolve(ID))).isEqualTo(Bytes.random(10));
    assertThat(stored.metadata()).isEmpty();
  }

  @Test
  void theOtherSchemeIsReadToo() throws Exception {
    fixture.seed(ID, Bytes.random(10));
    StoreLocation location = new StoreLocation("filesystem://" + fixture.root() + "/" + ID);
    assertThat(Bytes.read(fixture.open(), location)).isEqualTo(Bytes.random(10));
  }

  @Test
  void aPathOutsideTheDirectoriesIsNeitherReadNorDeleted() throws Exception {
    Path secret = Files.writeString(other.resolve(ID), "secret");
    Store store = fixture.open();
    for (String text :
        new String[] {
          "file://" + secret,
          "file://" + fixture.root() + "/../" + other.getFileName() + "/" + ID,
          "file://" + fixture.root() + "x/" + ID,
          "file://" + fixture.root(),
          "file://" + fixture.root() + "/.glance-unfinished/" + ID,
          "file://host" + fixture.root() + "/" + ID
        }) {
      StoreLocation location = new StoreLocation(text);
      assertThat(store.owns(location)).as(text).isEqualTo(Match.NO);
      assertThat(kindOf(() -> store.open(location, Bytes.CALLER))).isEqualTo(Kind.BAD_LOCATION);
      assertThat(kindOf(() -> store.delete(location, Bytes.CALLER))).isEqualTo(Kind.BAD_LOCATION);
    }
    assertThat(secret).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file://", "file:///", "file:/x", "http://h/x", "file", ""})
  void aLocationThatNamesNoFileIsRefused(String text) throws Exception {
    Store store = fixture.open();
    assertThat(kindOf(() -> store.open(new StoreLocation(text), Bytes.CALLER)))
        .isEqualTo(Kind.BAD_LOCATION);
  }

  @Test
  void aSymbolicLinkIsNotFollowed() throws Exception {
    Path secret = Files.writeString(other.resolve("secret"), "secret");
    Files.createSymbolicLink(fixture.root().resolve(ID), secret);
    StoreLocation location = new StoreLocation("file://" + fixture.root() + "/" + ID);
    Store store = fixture.open();
    assertThat(kindOf(() -> store.open(location, Bytes.CALLER))).isEqualTo(Kind.BAD_LOCATION);
    store.delete(location, Bytes.CALLER);
    assertThat(secret).exists();
  }

  @Test
  void aLinkedSubdirectoryIsNotFollowed() throws Exception {
    Files.writeString(other.resolve(ID), "secret");
    Files.createSymbolicLink(fixture.root().resolve("sub"), other);
    StoreLocation location = new StoreLocation("file://" + fixture.root() + "/sub/" + ID);
    Store store = fixture.open();
    assertThat(kindOf(() -> store.open(location, Bytes.CALLER))).isEqualTo(Kind.BAD_LOCATION);
    assertThat(kindOf(() -> store.delete(location, Bytes.CALLER))).isEqualTo(Kind.BAD_LOCATION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/b", "", ".", "..", ".glance-unfinished"})
  void anIdThatIsNoFileNameIsRefused(String imageId) throws Exception {
    Store store = fixture.open();
    assertThat(kindOf(() -> store.plan(imageId, Hint.NONE))).isEqualTo(Kind.BAD_LOCATION);
  }

  @Test
  void readersOfferTheFileItself() throws Exception {
    StoreLocation location = fixture.seed(ID, Bytes.random(10));
    try (ImageReader reader = fixture.open().open(location, Bytes.CALLER)) {
      assertThat(reader.localFile()).contains(fixture.root().resolve(ID));
    }
  }

  @Test
  void theHighestPriorityIsFilledFirst() throws Exception { // STORE-08
    Path low = Files.createDirectory(other.resolve("low"));
    Path high = other.resolve("high");
    Store store =
        fixture
            .without(FileStoreType.DATADIR)
            .with(FileStoreType.DATADIRS, low + ":1\n" + high + ":20\n" + fixture.root())
            .open();
    Stored stored = Bytes.write(store, ID, Bytes.random(10), Hint.NONE);
    assertThat(stored.location().text()).isEqualTo("file://" + high + "/" + ID);
    StoreLocation inLow = new StoreLocation("file://" + low + "/" + ID);
    assertThat(store.owns(inLow)).isEqualTo(Match.EXACT);
  }

  @Test
  void anImageBiggerThanTheRoomIsRefusedAtOnce() throws Exception { // UP-10
    Hint hint = Hint.ofSize(Long.MAX_VALUE);
    Store store = fixture.open();
    assertThat(kindOf(() -> store.plan(ID, hint))).isEqualTo(Kind.FULL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a:1\n/a:2", "/a:x", "relative:1"})
  void badDirectoriesStopTheStart(String dirs) {
    fixture.without(FileStoreType.DATADIR).with(FileStoreType.DATADIRS, dirs);
    assertThat(kindOf(fixture::open)).isEqualTo(Kind.INVALID);
  }

  @Test
  void bothKindsOfDirectoriesStopTheStart() { // STORE-08
    fixture.with(FileStoreType.DATADIRS, "/a:1");
    assertThat(kindOf(fixture::open)).isEqualTo(Kind.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"240", "888", "x"})
  void badPermissionsStopTheStart(String digits) {
    fixture.with(FileStoreType.FILE_PERM, digits);
    assertThat(kindOf(fixture::open)).isEqualTo(Kind.INVALID);
  }

  @Test
  void permissionsAreSetOnFilesAndOpenTheDirectory() throws Exception { // STORE-08
    Files.setPosixFilePermissions(fixture.root(), PosixFilePermissions.fromString("rwx------"));
    Bytes.write(
        fixture.with(FileStoreType.FILE_PERM, "640").open(), ID, Bytes.random(1), Hint.NONE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fixture.root())))
        .isEqualTo("rwx--x---");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(fixture.root().resolve(ID))))
        .isEqualTo("rw-r-----");
  }

  @Test
  void zerosBecomeHoles() throws Exception { // STORE-08
    byte[] bytes = new byte[8 << 20];
    System.arraycopy(Bytes.random(5000), 0, bytes, 3_000_000, 5000);
    Stored stored =
        Bytes.write(
            fixture.with(FileStoreType.THIN, "true").open(), ID, bytes, Hint.ofSize(bytes.length));
    assertThat(Bytes.read(fixture.open(), stored.location())).isEqualTo(bytes);
    long blocks = (Long) Files.getAttribute(fixture.root().resolve(ID), "unix:size");
    assertThat(blocks).isEqualTo(bytes.length);
    Process du = new ProcessBuilder("du", "-k", fixture.root().resolve(ID).toString()).start();
    String used = new String(du.getInputStream().readAllBytes()).split("\\s")[0];
    assertThat(Integer.parseInt(used)).as("KiB on disk").isLessThan(64);
  }

  @Test
  void theMountThatHoldsTheImageIsItsMetadata() throws Exception { // STORE-08
    Path file = other.resolve("mounts.json");
    Files.writeString(
        file,
        "[{\"id\":\"b\",\"mountpoint\":\"/elsewhere\"},{\"id\":\"a\",\"mountpoint\":\""
            + fixture.root()
            + "\"}]");
    Store store = fixture.with(FileStoreType.METADATA_FILE, file.toString()).open();
    Stored stored = Bytes.write(store, ID, Bytes.random(1), Hint.NONE);
    assertThat(stored.metadata())
        .isEqualTo(Map.of("id", "a", "mountpoint", fixture.root().toString()));
  }

  @Test
  void aWriterWhoseFileWasSweptCannotPublish() throws Exception { // REL-13
    Store store = fixture.open();
    StoreLocation planned = store.plan(ID, Hint.NONE);
    try (ImageWriter paused = store.create(ID, planned, Hint.NONE, Bytes.CALLER)) {
      paused.write(ByteBuffer.wrap(Bytes.random(10)));
      store.delete(planned, Bytes.CALLER);
      assertThat(kindOf(paused::commit)).isEqualTo(Kind.UNAVAILABLE);
    }
    assertThat(fixture.objects()).isEmpty();
  }

  @Test
  void aDirectoryThatCannotBeMadeLeavesTheStoreReadOnly() throws Exception {
    Path file = Files.createFile(other.resolve("file"));
    Store store = fixture.with(FileStoreType.DATADIR, file + "/dir").open();
    assertThat(store.capabilities()).contains(Capability.READ).doesNotContain(Capability.WRITE);
  }

  @Test
  void discoveryShowsWhatGlanceShows() throws Exception { // STORE-02
    assertThat(fixture.open().properties())
        .isEqualTo(
            Map.of(
                "data_dir",
                fixture.root().toString(),
                "chunk_size",
                65536,
                "thin_provisioning",
                false));
  }

  @Test
  void piecesOfAnySizeKeepHolesAndBytesInPlace() throws Exception { // STORE-08
    byte[] bytes = new byte[100_000];
    Arrays.fill(bytes, 4096, 5000, (byte) 1);
    Arrays.fill(bytes, 70_001, 70_002, (byte) 2);
    Store store = fixture.with(FileStoreType.THIN, "true").open();
    for (int piece : new int[] {1, 7, 4095, 4096, 4097, 65_536, 100_000}) {
      String imageId = "image-" + piece;
      try (ImageWriter writer =
          store.create(imageId, store.plan(imageId, Hint.NONE), Hint.NONE, Bytes.CALLER)) {
        Bytes.pour(writer, bytes, piece);
        writer.commit();
      }
      assertThat(Files.readAllBytes(fixture.root().resolve(imageId))).isEqualTo(bytes);
    }
  }

  /** What an unmount shows: an empty mount point. */
  private Path unmounted() throws Exception {
    return Files.move(
        fixture.root().resolve(".glance-unfinished"), other.resolve(".glance-unfinished"));
  }

  @Test
  void bytesOnADiskThatIsAwayDoNotCountAsGone() throws Exception { // REL-08
    Store store = fixture.open();
    StoreLocation location = store.plan(ID, Hint.NONE);
    unmounted();
    assertThat(kindOf(() -> store.delete(location, Bytes.CALLER))).isEqualTo(Kind.UNAVAILABLE);
    fixture.seed(ID, Bytes.random(1));
    assertThat(kindOf(() -> store.delete(location, Bytes.CALLER))).isEqualTo(Kind.UNAVAILABLE);
    assertThat(fixture.root().resolve(ID)).exists();
  }

  @Test
  void nothingIsWrittenToTheDiskUnderAnEmptyMountPoint() throws Exception { // REL-08
    Store store = fixture.open();
    StoreLocation planned = store.plan(ID, Hint.NONE);
    Path moved = unmounted();
    assertThat(kindOf(() -> store.create(ID, planned, Hint.NONE, Bytes.CALLER)))
        .isEqualTo(Kind.UNAVAILABLE);
    assertThat(kindOf(() -> store.plan(ID, Hint.NONE))).isEqualTo(Kind.UNAVAILABLE);
    assertThat(fixture.root()).isEmptyDirectory();
    Files.move(moved, fixture.root().resolve(".glance-unfinished"));
    Bytes.write(store, ID, Bytes.random(10), Hint.NONE);
  }

  @Test
  void aDiskThatIsAwayLeavesTheImagesToTheOthers() throws Exception { // STORE-08
    Path away = other.resolve("away");
    Store store =
        fixture
            .without(FileStoreType.DATADIR)
            .with(FileStoreType.DATADIRS, away + ":9\n" + fixture.root() + ":1")
            .open();
    Files.delete(away.resolve(".glance-unfinished"));
    assertThat(store.plan(ID, Hint.NONE).text()).startsWith("file://" + fixture.root());
  }
}
