package io.glance.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTest {
  @TempDir Path directory;

  @Test
  void filesAreJudgedByTheClockThatDatedThem() throws Exception { // REL-13
    Path file = Files.createFile(directory.resolve("image.0123456789abcdef"));
    Instant written = Files.getLastModifiedTime(file).toInstant();
    Duration hour = Duration.ofHours(1);
    assertThat(Unfinished.sweep(directory, hour, dir -> written.plusSeconds(3599))).isZero();
    assertThat(Unfinished.sweep(directory, hour, dir -> written.plusSeconds(3601))).isOne();
  }

  @Test
  void theTimeIsThatOfAFileInTheDirectoryAndLeavesNoneThere() throws Exception {
    Path before = Files.createFile(directory.resolve("before"));
    Instant now = Unfinished.now(directory);
    Path after = Files.createFile(directory.resolve("after"));
    assertThat(now)
        .isBetween(
            Files.getLastModifiedTime(before).toInstant(),
            Files.getLastModifiedTime(after).toInstant());
    assertThat(directory).isDirectoryNotContaining(path -> path.toString().endsWith(".probe"));
  }

  @Test
  void aDirectoryThatIsAwayHasNothingToSweep() throws Exception {
    assertThat(Unfinished.sweep(directory.resolve("away"), Duration.ZERO)).isZero();
  }
}
