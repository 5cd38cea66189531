package io.glance.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Register, upload, list, show, download and compare a disk image that boots. */
final class MainJob {
  private static final String NAME = "bootable-disk";
  private static final int BUFFER = 256 * 1024;

  private final ImagesClient images;
  private final Place place;
  private final PrintStream out;
  private final boolean live;

  MainJob(ImagesClient images, Place place, PrintStream out, boolean live) {
    this.images = images;
    this.place = place;
    this.out = out;
    this.live = live;
  }

  /** Does the job; where an earlier start did it, its image is found and checked instead. */
  void run() throws IOException {
    Path disk = place.in("bootable-disk.qcow2");
    if (!Files.exists(disk)) {
      BootableImage.writeQcow2(disk);
    }
    JsonNode found = images.list("?name=" + NAME + "&status=active");
    String id;
    if (found.isEmpty()) {
      id = register();
      upload(id, disk);
    } else {
      id = found.get(0).get("id").asText();
      out.println("  found     " + id + " of an earlier start");
    }
    list();
    JsonNode image = images.show(id);
    show(image);
    compare(sha512(Files.newInputStream(disk)), image, download(image));
  }

  private String register() throws IOException {
    JsonNode image =
        images.create(Map.of("name", NAME, "disk_format", "qcow2", "container_format", "bare"));
    out.println("  create    %s, %s".formatted(text(image, "id"), text(image, "status")));
    return text(image, "id");
  }

  private void upload(String id, Path disk) throws IOException {
    Progress progress = new Progress(out, "upload", Files.size(disk), live);
    images.upload(id, () -> counted(disk, progress));
    progress.finish();
  }

  private void list() throws IOException {
    for (JsonNode image : images.list("?limit=10")) {
      out.println(
          "  list      %s  %-14s %s"
              .formatted(text(image, "id"), text(image, "name"), text(image, "status")));
    }
  }

  private void show(JsonNode image) {
    out.println(
        "  show      %s, size %s, virtual size %s, SHA-512 %s..."
            .formatted(
                text(image, "disk_format"),
                text(image, "size"),
                text(image, "virtual_size"),
                text(image, "os_hash_value").substring(0, 16)));
  }

  private String download(JsonNode image) throws IOException {
    Progress progress = new Progress(out, "download", image.get("size").asLong(), live);
    MessageDigest digest = newSha512();
    try (InputStream in =
            new DigestInputStream(
                new Counted(images.download(text(image, "id")), progress), digest);
        OutputStream to = Files.newOutputStream(place.in("downloaded.qcow2"))) {
      copy(in, to);
    }
    progress.finish();
    return HexFormat.of().formatHex(digest.digest());
  }

  private void compare(String local, JsonNode image, String downloaded) {
    if (!local.equals(text(image, "os_hash_value")) || !local.equals(downloaded)) {
      throw new QuickstartException(
          "the SHA-512 differ: file %s, service %s, download %s"
              .formatted(local, text(image, "os_hash_value"), downloaded));
    }
    out.println("  compare   SHA-512 of file, service and download are the same");
  }

  private static String text(JsonNode image, String attribute) {
    return image.get(attribute).asText();
  }

  private static InputStream counted(Path file, Progress progress) {
    try {
      return new Counted(Files.newInputStream(file), progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha512(InputStream content) throws IOException {
    MessageDigest digest = newSha512();
    try (InputStream in = new DigestInputStream(content, digest)) {
      copy(in, OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void copy(InputStream in, OutputStream to) throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      to.write(buffer, 0, count);
    }
  }

  private static MessageDigest newSha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-512", e);
    }
  }

  private static final class Counted extends FilterInputStream {
    private final Progress progress;

    Counted(InputStream in, Progress progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      progress.add(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      progress.add(Math.max(0, count));
      return count;
    }
  }
}
