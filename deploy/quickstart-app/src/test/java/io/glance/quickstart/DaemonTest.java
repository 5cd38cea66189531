package io.glance.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path run;

  @Test
  void whatWasStartedIsFoundAgainAndStopped() {
    Daemon daemon = new Daemon("sleeper", run);
    assertThat(daemon.stop()).isFalse();
    daemon.start(List.of("sleep", "300"));
    Daemon found = new Daemon("sleeper", run);
    ProcessHandle process = found.process().orElseThrow();
    assertThat(found.stop()).isTrue();
    assertThat(process.isAlive()).isFalse();
    assertThat(found.process()).isEmpty();
  }

  @Test
  void anotherProcessWithTheRecordedPidIsLeftAlone() throws IOException {
    Process other = new ProcessBuilder("sleep", "300").start();
    try {
      Files.writeString(run.resolve("reused.pid"), other.pid() + " 1234567890\n");
      Daemon daemon = new Daemon("reused", run);
      assertThat(daemon.process()).isEmpty();
      assertThat(daemon.stop()).isFalse();
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void aProcessThatEndsInsteadOfServingIsReportedWithItsLog() {
    Daemon daemon = new Daemon("broken", run);
    daemon.start(List.of("sh", "-c", "echo no such option; exit 1"));
    assertThatThrownBy(() -> daemon.await(() -> false, LIMIT))
        .isInstanceOf(QuickstartException.class)
        .hasMessageContaining("broken ended")
        .hasMessageContaining("no such option");
  }

  @Test
  void aCommandsLastLineIsItsResult() {
    Daemon command = new Daemon("command", run);
    assertThat(command.runToEnd(List.of("sh", "-c", "echo one; echo two; echo"), LIMIT))
        .isEqualTo("two");
    assertThatThrownBy(() -> command.runToEnd(List.of("sh", "-c", "echo why; exit 7"), LIMIT))
        .hasMessageContaining("status 7")
        .hasMessageContaining("why");
  }

  @Test
  void aMissingProgramIsReported() {
    Daemon daemon = new Daemon("missing", run);
    assertThatThrownBy(() -> daemon.start(List.of(run.resolve("nothing").toString())))
        .isInstanceOf(QuickstartException.class)
        .hasMessageContaining("can't start missing");
  }
}
