package io.glance.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The process that started a server.
 *
 * @param started tells it from a later process with its number
 */
record Owner(long pid, Instant started) {
  /** The system derives the instant from its clock, which may have been set since. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  static Owner current() {
    ProcessHandle process = ProcessHandle.current();
    return new Owner(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  /** Empty where nothing or nothing readable stands there. */
  static Optional<Owner> read(Path file) throws IOException {
    String[] words = Files.exists(file) ? Files.readString(file).strip().split(" ") : new String[0];
    if (words.length != 2 || !words[0].matches("\\d{1,9}") || !words[1].matches("\\d{1,15}")) {
      return Optional.empty();
    }
    return Optional.of(
        new Owner(Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1]))));
  }

  void write(Path file) throws IOException {
    Files.writeString(file, pid + " " + started.toEpochMilli());
  }

  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(process -> process.info().startInstant().orElse(started))
        .filter(now -> Duration.between(started, now).abs().compareTo(TOLERANCE) <= 0)
        .isPresent();
  }
}
