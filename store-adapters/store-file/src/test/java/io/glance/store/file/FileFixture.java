package io.glance.store.file;

import io.glance.store.spi.Store;
import io.glance.store.spi.StoreLocation;
import io.glance.store.spi.StoreOption;
import io.glance.store.spi.StoreSettings;
import io.glance.store.testkit.StoreFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A directory of its own. */
final class FileFixture implements StoreFixture {
  private final Path root;
  private final Map<String, String> options = new HashMap<>();

  FileFixture() throws IOException {
    root = Files.createTempDirectory("file-store");
    options.put(FileStoreType.DATADIR, root.toString());
  }

  FileFixture with(String option, String value) {
    options.put(option, value);
    return this;
  }

  FileFixture without(String option) {
    options.remove(option);
    return this;
  }

  Path root() {
    return root;
  }

  @Override
  public Store open() throws Exception {
    FileStoreType type = new FileStoreType();
    Map<String, String> values = new HashMap<>();
    for (StoreOption option : type.options()) {
      if (option.defaultValue() != null) {
        values.put(option.name(), option.defaultValue());
      }
    }
    values.putAll(options);
    return type.open(new StoreSettings("s", values));
  }

  @Override
  public Set<String> objects() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .collect(Collectors.toSet());
    }
  }

  @Override
  public StoreLocation seed(String imageId, byte[] bytes) throws IOException {
    Files.write(root.resolve(imageId), bytes);
    return new StoreLocation("file://" + root + "/" + imageId);
  }

  /** {@code /dev/shm} can't be made small without rights; a tmpfs named by a property can. */
  @Override
  public Optional<Store> openNearlyFull() throws Exception {
    String small = System.getProperty("glance.test.small-directory");
    return small == null
        ? Optional.empty()
        : Optional.of(new FileFixture().with(FileStoreType.DATADIR, small).open());
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
