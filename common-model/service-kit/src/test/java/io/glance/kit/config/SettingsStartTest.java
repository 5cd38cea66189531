package io.glance.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.kit.config.option.Service;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

// CFG-11
class SettingsStartTest {
  private static final SettingsException REFUSAL =
      new SettingsException("paste_deploy", "flavor", "is unknown");

  @Test
  void aRefusalDuringStaticInitializationIsOneLine() {
    Throwable failure = new ExceptionInInitializerError(new IllegalStateException("x", REFUSAL));

    assertThat(reported(failure)).isEqualTo("glance-api: [paste_deploy] flavor: is unknown\n");
  }

  @Test
  void anyOtherFailureOfStaticInitializationIsShownWhole() {
    assertThat(reported(new ExceptionInInitializerError(new IllegalStateException("boom"))))
        .contains("boom", "\tat ");
  }

  @Test
  void whatQuarkusHasAlreadySaidIsNotSaidAgain() {
    assertThat(reported(REFUSAL)).isEmpty();
    assertThat(reported(null)).isEmpty();
  }

  private static String reported(@Nullable Throwable failure) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setErr(stream);
      SettingsStart.report(Service.API, failure);
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
