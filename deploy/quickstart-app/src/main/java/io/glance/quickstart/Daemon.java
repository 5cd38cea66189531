package io.glance.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A process that outlives the command which started it, known by pid and start time: a reused pid
 * is not taken for it.
 */
final class Daemon {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final int SHOWN_LOG_LINES = 20;

  private final String name;
  private final Path record;
  private final Path log;

  Daemon(String name, Path run) {
    this.name = name;
    this.record = run.resolve(name + ".pid");
    this.log = run.resolve(name + ".log");
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  /** The process, if it still runs. */
  Optional<ProcessHandle> process() {
    if (!Files.exists(record)) {
      return Optional.empty();
    }
    String[] fields = read(record).strip().split(" ", 2);
    return ProcessHandle.of(Long.parseLong(fields[0]))
        .filter(ProcessHandle::isAlive)
        .filter(handle -> born(handle).equals(fields[fields.length - 1]));
  }

  void start(List<String> command) {
    try {
      Process process = launch(command);
      Files.writeString(record, process.pid() + " " + born(process.toHandle()) + "\n");
    } catch (IOException e) {
      throw new QuickstartException("can't start " + name + ": " + e.getMessage());
    }
  }

  /** Runs a command to its end instead; the last line that it printed. */
  String runToEnd(List<String> command, Duration limit) {
    try {
      Process process = launch(command);
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw failure(" does not end after " + limit.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw failure(" failed with status " + process.exitValue());
      }
      return read(log).lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b);
    } catch (IOException e) {
      throw new QuickstartException("can't run " + name + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QuickstartException("interrupted");
    }
  }

  private Process launch(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /** Waits until it serves; gives up when it ends or the time is over, showing its log's end. */
  void await(BooleanSupplier serves, Duration limit) {
    Instant end = Instant.now().plus(limit);
    while (!serves.getAsBoolean()) {
      boolean alive = process().isPresent();
      if (!alive || Instant.now().isAfter(end)) {
        throw failure(alive ? " does not answer after " + limit.toSeconds() + " s" : " ended");
      }
      pause();
    }
  }

  /** Ends the process, by force where it takes too long; false when there was none. */
  boolean stop() {
    Optional<ProcessHandle> found = process();
    found.ifPresent(
        handle -> {
          handle.destroy();
          if (!endsWithin(handle, STOP_LIMIT)) {
            handle.destroyForcibly();
            endsWithin(handle, STOP_LIMIT);
          }
        });
    record.toFile().delete();
    return found.isPresent();
  }

  private static boolean endsWithin(ProcessHandle handle, Duration limit) {
    try {
      handle.onExit().orTimeout(limit.toSeconds(), TimeUnit.SECONDS).join();
      return true;
    } catch (CompletionException e) {
      if (e.getCause() instanceof TimeoutException) {
        return false;
      }
      throw e;
    }
  }

  private QuickstartException failure(String fate) {
    List<String> lines = read(log).lines().toList();
    List<String> end = lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size());
    return new QuickstartException(
        name + fate + ". The end of " + log + ":\n" + String.join("\n", end));
  }

  private static String born(ProcessHandle handle) {
    return handle.info().startInstant().map(at -> "" + at.toEpochMilli()).orElse("unknown");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QuickstartException("interrupted");
    }
  }
}
