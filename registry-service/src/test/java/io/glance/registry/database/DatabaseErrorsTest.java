package io.glance.registry.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.glance.model.error.ErrorCode;
import io.glance.model.error.GlanceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseErrorsTest {
  @Test // REL-17, REL-18: the time of the transaction was up
  void aCommitThatBecameARollbackIsAnOutage() {
    assertThat(code(new IllegalStateException(new RollbackException("timed out"))))
        .isEqualTo(ErrorCode.UNAVAILABLE);
    SQLException enlist = new SQLException("not enlisted", new RollbackException("not active"));
    assertThat(code(new IllegalStateException(enlist))).isEqualTo(ErrorCode.UNAVAILABLE);
  }

  @Test // REL-17: the connection broke at COMMIT
  void whatTheTransactionNotedAsSuppressedCounts() {
    RollbackException rollback = new RollbackException("not committed");
    rollback.addSuppressed(new IllegalStateException(new SQLException("x", "08S01", 0)));
    assertThat(code(rollback)).isEqualTo(ErrorCode.UNAVAILABLE);
    RollbackException deadlock = new RollbackException("not committed");
    deadlock.addSuppressed(new SQLException("x", "40001", 1213));
    assertThat(DatabaseErrors.isRetryable(deadlock)).isTrue();
    RollbackException duplicate = new RollbackException("not committed");
    duplicate.addSuppressed(new SQLException("x", "23000", 1062));
    assertThat(code(duplicate)).isEqualTo(ErrorCode.CONFLICT);
  }

  @Test
  void whatIsNotTheDatabasesFaultStaysOurs() {
    assertThat(code(new IllegalStateException("bug"))).isEqualTo(ErrorCode.INTERNAL);
    assertThat(code(new RollbackException("x"), GlanceException.conflict("own")))
        .isEqualTo(ErrorCode.CONFLICT);
  }

  private static ErrorCode code(Throwable failure) {
    return DatabaseErrors.translate(failure).code();
  }

  private static ErrorCode code(RollbackException failure, GlanceException own) {
    failure.initCause(own);
    return code(failure);
  }
}
