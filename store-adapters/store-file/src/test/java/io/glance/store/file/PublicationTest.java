package io.glance.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// REL-23
class PublicationTest {
  @TempDir Path directory;
  private Path hidden;
  private Path target;

  @BeforeEach
  void writeHiddenFile() throws IOException {
    hidden = Files.writeString(directory.resolve("hidden"), "ours");
    target = directory.resolve("image");
  }

  @Test
  void aHiddenNameThatStaysIsNoFailure() throws IOException {
    new Publication(
            new Disk() {
              @Override
              public void delete(Path name) throws IOException {
                throw new IOException("Input/output error");
              }
            })
        .publish(hidden, target);
    assertThat(target).hasContent("ours");
  }

  @Test
  void aLinkThatWasMadeThoughTheAnswerSaysOtherwiseIsNoFailure() throws IOException {
    Files.createLink(target, hidden);
    new Publication(Disk.REAL).publish(hidden, target);
    assertThat(target).hasContent("ours");
    assertThat(hidden).doesNotExist();
  }

  @Test
  void aLinkThatWasMadeThoughItFailedIsNoFailure() throws IOException {
    Disk disk =
        new Disk() {
          @Override
          public void link(Path name, Path file) throws IOException {
            Disk.REAL.link(name, file);
            throw new FileSystemException("Input/output error");
          }
        };
    new Publication(disk).publish(hidden, target);
    assertThat(target).hasContent("ours");
    assertThat(hidden).doesNotExist();
  }

  @Test
  void aNameThatAnotherFileHasIsLeftToIt() throws IOException {
    Files.writeString(target, "theirs");
    assertThatThrownBy(() -> new Publication(Disk.REAL).publish(hidden, target))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(target).hasContent("theirs");
    assertThat(hidden).exists();
  }

  @Test
  void aNameThatIsNotDurableIsTakenBack() {
    assertThatThrownBy(() -> new Publication(new FailingSync()).publish(hidden, target))
        .hasMessage("sync");
    assertThat(target).doesNotExist();
  }

  @Test
  void onlyOurOwnNameIsTakenBack() {
    Disk replacing =
        new Disk() {
          @Override
          public void sync(Path synced) throws IOException {
            Files.delete(target);
            Files.writeString(target, "theirs");
            throw new IOException("sync");
          }
        };
    Path keepsTheInode = directory.resolve("keeps-the-inode");
    assertThatThrownBy(
            () -> {
              Files.createLink(keepsTheInode, hidden);
              new Publication(replacing).publish(hidden, target);
            })
        .hasMessage("sync");
    assertThat(target).hasContent("theirs");
  }

  @Test
  void withoutHardLinksItIsRenamed() throws IOException {
    new Publication(new Unlinkable()).publish(hidden, target);
    assertThat(target).hasContent("ours");
    assertThat(hidden).doesNotExist();
  }

  @Test
  void aRenameThatFailsLeavesNoReservation() {
    Disk disk =
        new Unlinkable() {
          @Override
          public void move(Path from, Path to, CopyOption how) throws IOException {
            throw new IOException("move");
          }
        };
    assertThatThrownBy(() -> new Publication(disk).publish(hidden, target)).hasMessage("move");
    assertThat(target).doesNotExist();
    assertThat(hidden).exists();
  }

  private static final class FailingSync implements Disk {
    @Override
    public void sync(Path synced) throws IOException {
      throw new IOException("sync");
    }
  }

  private static class Unlinkable implements Disk {
    @Override
    public void link(Path name, Path file) throws IOException {
      throw new FileSystemException("no links");
    }
  }
}
