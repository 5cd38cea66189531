package io.glance.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {
  // SEC-43
  @Test
  void nobodyCanStartALineOfTheLog() {
    assertThat(LogText.oneLine("a\r\nERROR x\u001b[2J\u0085\u2028\u00fc"))
        .isEqualTo("a\\u000d\\u000aERROR x\\u001b[2J\\u0085\\u2028\u00fc");
    assertThat(LogText.oneLine(null)).isEqualTo("null");
  }
}
