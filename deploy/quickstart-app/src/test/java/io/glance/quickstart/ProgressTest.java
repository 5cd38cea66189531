package io.glance.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void oneLineAtTheEndWhereThereIsNoTerminal() {
    assertThat(drawn(false))
        .matches("  upload    \\[#{32}] 100 %  4\\.0 of 4\\.0 MiB, \\d+ MiB/s \\R");
  }

  @Test
  void theBarIsRedrawnInPlaceOnATerminal() {
    assertThat(drawn(true)).startsWith("\r").contains("[########........................]  25 %");
  }

  private static String drawn(boolean live) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Progress progress = new Progress(new PrintStream(bytes, true, UTF_8), "upload", 4 << 20, live);
    for (int i = 0; i < 4; i++) {
      progress.add(1 << 20);
    }
    progress.finish();
    return bytes.toString(UTF_8);
  }
}
