package io.glance.api.data;

import static io.restassured.RestAssured.given;

import io.glance.api.testing.FakeLedger;
import io.glance.api.testing.FakeRegistry;
import io.glance.api.testing.TestCallers;
import io.glance.api.testing.TestImage;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.Location;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** What tests of uploads and downloads share. */
abstract class DataApiTest {
  static final String OCTETS = "application/octet-stream";

  final String id = UUID.randomUUID().toString();

  @Inject FakeRegistry registry;
  @Inject FakeLedger ledger;
  @Inject DataSettings settings;

  @BeforeEach
  void cleanUp() throws IOException {
    registry.reset();
    ledger.reset();
    settings.reset();
    MemoryStoreType.store("m1").reset();
    MemoryStoreType.store("m2").reset();
    for (Path file : files()) {
      Files.delete(file);
    }
  }

  /** Regular files under the directory of store {@code files}. */
  List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(settings.images())) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  static String hex(String algorithm, byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
  }

  RequestSpecification as(String persona) {
    return given().header(TestCallers.HEADER, persona);
  }

  /** A queued image of project p1, ready for bytes. */
  ImageMetadata queued() {
    return put(new TestImage(id).formats("raw", "bare"));
  }

  ImageMetadata put(TestImage image) {
    ImageMetadata row = image.build();
    registry.put(row);
    return row;
  }

  /** An active image with bytes in a store in memory. */
  Location inMemory(String store, byte[] bytes) {
    return Location.of(MemoryStoreType.store(store).put(id, bytes).text(), Map.of("store", store));
  }

  /** An active image of those locations. */
  void active(byte[] bytes, Location... locations) throws NoSuchAlgorithmException {
    put(
        new TestImage(id)
            .active(bytes.length)
            .data(bytes.length, hex("MD5", bytes), "sha512", hex("SHA-512", bytes))
            .locations(locations));
  }

  /** An active image with a file in store {@code files}. */
  Path activeFile(byte[] bytes) throws Exception {
    Path file = Files.write(settings.images().resolve(id), bytes);
    active(bytes, Location.of("file://" + file, Map.of("store", "files")));
    return file;
  }
}
