package io.glance.e2e.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.glance.e2e.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a command printed.
 *
 * @param out its standard output
 * @param err its standard error
 */
public record Output(List<String> command, int exit, String out, String err) {
  /** Runs a command to its end, at most five minutes. */
  public static Output of(Map<String, String> environment, String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      setEnvironment(builder, environment);
      Process process = builder.start();
      process.getOutputStream().close();
      CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> read(process));
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("no end of " + List.of(command));
      }
      return new Output(List.of(command), process.exitValue(), out, errors.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Fails unless it ended well. */
  public Output ok() {
    assertThat(exit).as("%s: %s%s", command, out, err).isZero();
    return this;
  }

  /** Fails if it ended well, or without these words. */
  public Output refused(String... words) {
    assertThat(exit).as("%s: %s%s", command, out, err).isNotZero();
    for (String word : words) {
      assertThat(out + err).contains(word);
    }
    return this;
  }

  /** Its output as JSON. */
  public JsonNode json() {
    return Json.read(out);
  }

  /** The surroundings' environment without OpenStack's variables, and these on top. */
  static void setEnvironment(ProcessBuilder builder, Map<String, String> environment) {
    builder.environment().keySet().removeIf(name -> name.startsWith("OS_"));
    builder.environment().putAll(environment);
  }

  private static String read(Process process) {
    try {
      return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
