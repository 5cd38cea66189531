package io.glance.e2e.target;

import io.glance.e2e.client.Call;
import io.glance.e2e.client.Poll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of our services as a process, started by its command in {@code deploy/bin}. */
public final class ServiceProcess {
  private static final Duration START = Duration.ofSeconds(90);

  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final int port;
  private Process process;

  private ServiceProcess(List<String> command, Map<String, String> environment, Path log, int port)
      throws IOException {
    this.command = command;
    this.environment = environment;
    this.log = log;
    this.port = port;
    this.process = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  /**
   * Starts a service without waiting for it.
   *
   * @param program {@code glance-api} or {@code glance-registry}
   * @param port where it will listen, as its configuration says
   * @param log where its output goes, appended
   */
  public static ServiceProcess start(
      String program, Path config, int port, Path log, Map<String, String> environment) {
    try {
      List<String> command = List.of(bin(program), "--config-file", config.toString());
      return new ServiceProcess(command, environment, log, port);
    } catch (IOException e) {
      throw new UncheckedIOException("failed to start " + program, e);
    }
  }

  /** Runs a command of ours to its end; its exit code and output. */
  public static Output run(Map<String, String> environment, String program, String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = bin(program);
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Output.of(environment, command);
  }

  /** A port that nobody listens on now. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it says that it is ready. */
  public ServiceProcess ready() {
    Poll.until(START, () -> answers("/q/health/ready"), Boolean::booleanValue);
    return this;
  }

  /** Where it listens. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** SIGKILL, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Starts it again as before, without waiting. */
  public void startAgain() {
    try {
      process = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGTERM, and SIGKILL after half a minute. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process launch() throws IOException {
    Files.createDirectories(log.getParent());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Output.setEnvironment(builder, environment);
    return builder.start();
  }

  private boolean answers(String path) {
    if (!process.isAlive()) {
      throw new AssertionError(command + " ended with " + process.exitValue() + ", see " + log);
    }
    try {
      return new Call("GET", url().resolve(path)).send().status() == 200;
    } catch (UncheckedIOException notYet) {
      return false;
    }
  }

  private static String bin(String program) {
    return root().resolve("deploy/bin").resolve(program).toString();
  }

  /** The root of the repository. */
  public static Path root() {
    return Path.of(System.getProperty("glance.root", "../..")).toAbsolutePath().normalize();
  }
}
