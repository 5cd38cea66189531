package io.glance.api.testing;

import io.glance.model.image.ImageAttribute;
import io.glance.model.image.ImageMetadata;
import io.glance.model.image.ImageStatus;
import io.glance.model.image.Location;
import io.glance.model.image.Visibility;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds images: queued, shared, of project p1, unless told otherwise. */
public final class TestImage {
  private final String id;
  private String name;
  private ImageStatus status = ImageStatus.QUEUED;
  private Visibility visibility = Visibility.SHARED;
  private String diskFormat;
  private String containerFormat;
  private Long size;
  private Long virtualSize;
  private String checksum;
  private String hashAlgorithm;
  private String hash;
  private String owner = "p1";
  private int minDisk;
  private int minRam;
  private boolean isProtected;
  private boolean hidden;
  private Instant createdAt = FakeRegistry.START;
  private Instant updatedAt = FakeRegistry.START;
  private Map<String, String> properties = Map.of();
  private List<String> tags = List.of();
  private List<Location> locations = List.of();

  public TestImage(String id) {
    this.id = id;
  }

  /** Starts from another image. */
  public TestImage(ImageMetadata image) {
    id = image.id();
    name = image.name();
    status = image.status();
    visibility = image.visibility();
    diskFormat = image.diskFormat();
    containerFormat = image.containerFormat();
    size = image.size();
    virtualSize = image.virtualSize();
    checksum = image.checksum();
    hashAlgorithm = image.osHashAlgo();
    hash = image.osHashValue();
    owner = image.owner();
    minDisk = image.minDisk();
    minRam = image.minRam();
    isProtected = image.isProtected();
    hidden = image.hidden();
    createdAt = image.createdAt();
    updatedAt = image.updatedAt();
    properties = image.properties();
    tags = image.tags();
    locations = image.locations();
  }

  public TestImage name(String value) {
    name = value;
    return this;
  }

  public TestImage status(ImageStatus value) {
    status = value;
    return this;
  }

  /** Active with bytes. */
  public TestImage active(long bytes) {
    status = ImageStatus.ACTIVE;
    size = bytes;
    checksum = "c".repeat(32);
    hashAlgorithm = "sha512";
    hash = "d".repeat(128);
    return formats("raw", "bare");
  }

  /** What an upload sets. */
  public TestImage data(long bytes, String md5, String algorithm, String multihash) {
    size = bytes;
    checksum = md5;
    hashAlgorithm = algorithm;
    hash = multihash;
    return this;
  }

  public TestImage virtualSize(long value) {
    virtualSize = value;
    return this;
  }

  public TestImage visibility(Visibility value) {
    visibility = value;
    return this;
  }

  public TestImage formats(String disk, String container) {
    diskFormat = disk;
    containerFormat = container;
    return this;
  }

  public TestImage owner(String value) {
    owner = value;
    return this;
  }

  public TestImage minimums(int disk, int ram) {
    minDisk = disk;
    minRam = ram;
    return this;
  }

  public TestImage flags(boolean protectedOne, boolean hiddenOne) {
    isProtected = protectedOne;
    hidden = hiddenOne;
    return this;
  }

  public TestImage times(Instant created, Instant updated) {
    createdAt = created;
    updatedAt = updated;
    return this;
  }

  public TestImage properties(Map<String, String> value) {
    properties = new LinkedHashMap<>(value);
    return this;
  }

  public TestImage tags(List<String> value) {
    tags = List.copyOf(value);
    return this;
  }

  public TestImage locations(Location... value) {
    locations = List.of(value);
    return this;
  }

  /** Sets a column by its attribute. */
  public TestImage set(ImageAttribute attribute, Object value) {
    switch (attribute) {
      case NAME -> name = (String) value;
      case VISIBILITY -> visibility = Visibility.of(String.valueOf(value)).orElseThrow();
      case DISK_FORMAT -> diskFormat = (String) value;
      case CONTAINER_FORMAT -> containerFormat = (String) value;
      case OWNER -> owner = (String) value;
      case MIN_DISK -> minDisk = (Integer) value;
      case MIN_RAM -> minRam = (Integer) value;
      case PROTECTED -> isProtected = (Boolean) value;
      case HIDDEN -> hidden = (Boolean) value;
    }
    return this;
  }

  /** The image. */
  public ImageMetadata build() {
    return new ImageMetadata(
        id,
        name,
        status,
        visibility,
        diskFormat,
        containerFormat,
        size,
        virtualSize,
        checksum,
        hashAlgorithm,
        hash,
        owner,
        minDisk,
        minRam,
        isProtected,
        hidden,
        createdAt,
        updatedAt,
        null,
        properties,
        tags,
        locations);
  }
}
