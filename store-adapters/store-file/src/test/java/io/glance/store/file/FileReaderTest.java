package io.glance.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReaderTest {
  @TempDir Path directory;

  @Test
  void aChannelThatCannotTellItsSizeIsClosed() throws Exception {
    Path file = Files.createFile(directory.resolve("image"));
    SizelessChannel channel = new SizelessChannel();
    assertThatThrownBy(() -> FileReader.of(file, channel)).isInstanceOf(IOException.class);
    assertThat(channel.isOpen()).isFalse();
  }
}
