package io.glance.registry.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.glance.registry.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private static final String FRESH = "schema_fresh";
  private static final String OTHER = "schema_other";
  private static final Set<String> ADDED_SINCE_ZED = Set.of("node_reference", "cached_images");

  /** Kept here, or its level would be forgotten: each cut would be logged with its stack. */
  private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

  private static TestServer server;
  private Connection connection;

  @BeforeAll
  static void start() {
    LIQUIBASE.setLevel(Level.OFF);
    server = TestServer.get();
  }

  @BeforeEach
  void emptyDatabase() throws SQLException {
    server.recreate(FRESH);
    server.recreate(OTHER);
    connection = server.connect(FRESH);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test // DB-01 to DB-06, DB-07, DB-08, DB-09, DB-10, DB-11, DB-12, DB-13, DB-14, DB-15: table by
  // table the text that the server itself prints
  void anEmptyDatabaseBecomesGlances() throws Exception {
    assumeTrue(connection.getMetaData().getDatabaseProductVersion().contains("MariaDB"));
    sync(connection);
    Map<String, String> ours = Snapshot.tables(connection);
    try (Connection glance = server.connect(OTHER)) {
      Snapshot.load(glance, "zed-schema.sql");
      Map<String, String> wanted = Snapshot.tables(glance);
      assertThat(wanted).hasSize(14);
      assertThat(ours).containsAllEntriesOf(wanted);
      ours.keySet().removeAll(wanted.keySet());
    }
    ours.keySet().removeAll(ADDED_SINCE_ZED);
    assertThat(ours.keySet()).allMatch(name -> name.startsWith("glance_"));
  }

  @Test // DB-16, DB-17
  void theTablesOfTheCentralCacheAreThere() throws SQLException {
    sync(connection);
    Map<String, String> tables = Snapshot.tables(connection);
    assertThat(tables.get("node_reference"))
        .contains(
            "`node_reference_id` bigint",
            "NOT NULL AUTO_INCREMENT",
            "`node_reference_url` varchar(255) NOT NULL",
            "PRIMARY KEY (`node_reference_id`)",
            "UNIQUE KEY `uq_node_reference_node_reference_url` (`node_reference_url`)");
    assertThat(tables.get("cached_images"))
        .contains(
            "`last_accessed` datetime NOT NULL",
            "`last_modified` datetime NOT NULL",
            "`checksum` varchar(32) DEFAULT NULL",
            "UNIQUE KEY `ix_cached_images_image_id_node_reference_id`"
                + " (`image_id`,`node_reference_id`)",
            "CONSTRAINT `cached_images_ibfk_1` FOREIGN KEY (`node_reference_id`)"
                + " REFERENCES `node_reference` (`node_reference_id`)");
  }

  @Test // DB-01, CMD-02
  void theRevisionFollowsThePhases() {
    Schema schema = new Schema(connection);
    assertThat(schema.revisions()).isEmpty();
    assertThat(schema.isExpanded()).isFalse();
    assertThatThrownBy(schema::contract).isInstanceOf(SchemaException.class);
    schema.expand();
    assertThat(schema.revisions()).containsExactly("2024_1_expand01");
    assertThat(schema.isExpanded()).isTrue();
    assertThat(schema.isUpToDate()).isFalse();
    schema.contract();
    assertThat(schema.revisions()).containsExactly("2024_1_contract01");
    assertThat(schema.isUpToDate()).isTrue();
  }

  @Test // DB-21, DB-22, REL-22
  void aDatabaseOfGlanceIsAdoptedWithoutTouchingARow() throws Exception {
    Snapshot.load(connection, "zed-schema.sql");
    Snapshot.load(connection, "zed-rows.sql");
    Map<String, String> tables = Snapshot.tables(connection);
    Map<String, String> rows = Snapshot.rows(connection, tables.keySet());
    assertThat(new Schema(connection).isUpToDate()).isFalse();
    sync(connection);
    assertThat(Snapshot.tables(connection)).containsAllEntriesOf(tables);
    assertThat(Snapshot.rows(connection, tables.keySet())).isEqualTo(rows);
    assertThat(new Schema(connection).revisions()).containsExactly("zed_contract01");
    assertThat(new Schema(connection).isUpToDate()).isTrue();
    sync(connection);
    assertThat(Snapshot.rows(connection, tables.keySet())).isEqualTo(rows);
  }

  @Test // DB-02
  void aDatabaseTooOldIsRefusedAndLeftAlone() throws Exception {
    Snapshot.load(connection, "zed-schema.sql");
    for (String revision : List.of("rocky_expand01", "liberty", "ussuri_contract01")) {
      run("DELETE FROM alembic_version", "INSERT INTO alembic_version VALUES ('" + revision + "')");
      Map<String, String> tables = Snapshot.tables(connection);
      assertThatThrownBy(() -> new Schema(connection).expand())
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining(revision)
          .hasMessageContaining("glance-manage");
      assertThat(Snapshot.tables(connection)).isEqualTo(tables);
    }
    run("DELETE FROM alembic_version");
    assertThatThrownBy(() -> new Schema(connection).expand()).hasMessageContaining("no alembic");
  }

  @Test // REL-21
  void aRunCutAtAnyStatementIsEndedByTheNextOne() throws SQLException {
    sync(connection);
    Map<String, String> wanted = Snapshot.tables(connection);
    AtomicInteger counter = new AtomicInteger(Integer.MAX_VALUE);
    server.recreate(OTHER);
    try (Connection counted = server.connect(OTHER)) {
      sync(CutConnection.after(counted, counter));
    }
    int statements = Integer.MAX_VALUE - counter.get();
    assertThat(statements).isGreaterThan(50);
    for (int cut = 0; cut < statements; cut += 1 + statements / 24) {
      server.recreate(OTHER);
      Connection real = server.connect(OTHER);
      Connection cutOff = CutConnection.after(real, new AtomicInteger(cut));
      assertThatThrownBy(() -> sync(cutOff)).as("cut at %d", cut).isInstanceOf(Exception.class);
      try (Connection next = server.connect(OTHER)) {
        sync(next);
        assertThat(Snapshot.tables(next)).as("cut at %d", cut).isEqualTo(wanted);
        assertThat(new Schema(next).revisions()).containsExactly("2024_1_contract01");
      }
    }
  }

  @Test // CMD-01: two runs at once
  void runsAtOnceWaitForEachOther() throws Exception {
    List<CompletableFuture<Void>> runs =
        List.of(
            CompletableFuture.runAsync(this::syncAlone),
            CompletableFuture.runAsync(this::syncAlone),
            CompletableFuture.runAsync(this::syncAlone));
    for (CompletableFuture<Void> run : runs) {
      run.get();
    }
    assertThat(new Schema(connection).isUpToDate()).isTrue();
  }

  @Test // REL-21: a lock row that a killed run left
  void aStaleLockBlocksNobody() throws SQLException {
    new Schema(connection).expand();
    run(
        "UPDATE glance_changelog_lock SET LOCKED = 1, LOCKGRANTED = '2020-01-01', LOCKEDBY = 'x'",
        "DELETE FROM glance_changelog ORDER BY ORDEREXECUTED DESC LIMIT 1",
        "DROP TABLE glance_quota_locks");
    sync(connection);
    assertThat(new Schema(connection).isUpToDate()).isTrue();
  }

  private void syncAlone() {
    try (Connection own = server.connect(FRESH)) {
      sync(own);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sync(Connection connection) {
    Schema schema = new Schema(connection);
    schema.expand();
    schema.contract();
  }

  private void run(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
